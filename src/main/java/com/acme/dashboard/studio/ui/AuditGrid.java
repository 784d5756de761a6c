package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.list.ListGrid;
import com.acme.dashboard.common.ui.list.RowTemplate;
import com.acme.dashboard.studio.AuditRecord;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.data.domain.Sort;

/** Who did what and when, a line each, or a card where the window is narrow; the whole statement opens below it. */
final class AuditGrid extends ListGrid<AuditRecord> {

    private static final String TEXT = "<span class=\"cut\" title=\"${item.%1$s}\">${item.%1$s}</span>";
    private static final String FIGURES = "<span class=\"figures\">${item.%s}</span>";
    private static final String CARD = """
            <div class="studio-audit-card"><strong class="cut">${item.actor}</strong><span class="figures small muted">${item.at}</span><span
              class="cut">${item.what}</span><span class="small muted cut">${item.reason}</span></div>
            """;

    private final ZoneId zone;

    /** With the zone in which people read times. */
    AuditGrid(ZoneId zone) {
        super(I18NProvider.translate("studio.audit"), Sort.unsorted());
        this.zone = zone;
        setTestId("studio-audit-grid");
        setSelectionMode(SelectionMode.NONE);
        column("at", FIGURES).setWidth("14rem").setFlexGrow(0);
        column("actor", TEXT).setWidth("12rem").setFlexGrow(0);
        column("what", TEXT).setFlexGrow(3);
        column("rows", FIGURES)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("5rem")
                .setFlexGrow(0);
        column("reason", TEXT).setFlexGrow(1);
        showRowsFrom(980);
        showColumnFrom(1120, "reason");
        setItemDetailsRenderer(new ComponentRenderer<>(this::details));
    }

    @Override
    protected Renderer<AuditRecord> card() {
        return template(CARD);
    }

    private Column<AuditRecord> column(String name, String template) {
        return addColumn(template(template.formatted(name)))
                .setKey(name)
                .setHeader(getTranslation("studio.audit." + name));
    }

    private LitRenderer<AuditRecord> template(String template) {
        Map<String, ValueProvider<AuditRecord, ?>> values = Map.of(
                "at", each -> time(each.at()),
                "actor", AuditRecord::actor,
                "what", this::what,
                "rows", this::rows,
                "reason", each -> Objects.requireNonNullElse(each.reason(), ""));
        return RowTemplate.fill(template, values, Map.of());
    }

    private String what(AuditRecord each) {
        var kind = getTranslation("studio.audit.kind." + each.kind().name().toLowerCase(Locale.ROOT));
        return kind + ": " + each.statement().replaceAll("\\s+", " ");
    }

    private String rows(AuditRecord each) {
        var rows = each.rows();
        return rows == null ? "" : NumberFormat.getIntegerInstance(getLocale()).format(rows);
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .format(instant.atZone(zone));
    }

    private Div details(AuditRecord each) {
        var details = new Div(Words.sql(each.statement()));
        details.addClassName("studio-audit-details");
        var parameters = each.parameters();
        if (parameters != null) {
            details.add(new Paragraph(getTranslation("studio.audit.parameters", parameters)));
        }
        var reason = each.reason();
        if (reason != null) {
            details.add(new Paragraph(getTranslation("studio.audit.reason-given", reason)));
        }
        details.add(new Paragraph(getTranslation("studio.audit.role", each.databaseRole())));
        return details;
    }
}
