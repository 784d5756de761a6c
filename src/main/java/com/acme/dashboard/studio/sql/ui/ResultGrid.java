package com.acme.dashboard.studio.sql.ui;

import com.acme.dashboard.common.Characters;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.studio.sql.ResultColumn;
import com.acme.dashboard.studio.sql.ResultRow;
import com.acme.dashboard.studio.sql.ResultValue;
import com.acme.dashboard.studio.sql.StatementResult;
import com.acme.dashboard.studio.ui.Words;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.ColumnRendering;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.Objects;

/** The rows of a result. A long value is cut, and opens in full. */
final class ResultGrid extends Grid<ResultRow> {

    /** So many characters of a value stand in its cell. */
    private static final int SHOWN = 60;

    /** So many rows need no scrolling of their own. */
    private static final int FEW = 8;

    private static final String VALUE = """
            <div class="sql-cell">${item.missing ? html`<span class="studio-null">null</span>`
              : html`<span class="studio-value" title="${item.text}">${item.text}</span>`}${item.cut
              ? html`<button class="row-action" @click="${open}" aria-label="${item.label}" title="${item.label}">%s</button>` : ''}</div>
            """.formatted(Glyph.EXPAND.markup());

    ResultGrid(StatementResult.Rows result, String label) {
        addClassNames("list-grid", "studio-grid", "sql-grid");
        setTestId("sql-grid");
        setAriaLabel(label);
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.COLUMN_BORDERS);
        setSelectionMode(SelectionMode.NONE);
        setColumnRendering(ColumnRendering.LAZY);
        setAllRowsVisible(result.rows().size() <= FEW);
        for (int number = 0; number < result.columns().size(); number++) {
            add(result.columns().get(number), number);
        }
        setDataProvider(new ListDataProvider<>(result.rows()) {
            @Override
            public Object getId(ResultRow row) {
                return row.number();
            }
        });
    }

    private void add(ResultColumn column, int number) {
        addColumn(LitRenderer.<ResultRow>of(VALUE)
                        .withProperty("missing", row -> row.values().get(number).text() == null)
                        .withProperty("text", row -> row.values().get(number).shown(SHOWN))
                        .withProperty("cut", row -> row.values().get(number).length() > SHOWN)
                        .withProperty("label", row -> getTranslation("studio.sql.value.open"))
                        .withFunction("open", row -> open(column, row.values().get(number))))
                .setHeader(header(column))
                .setTextAlign(column.numeric() ? ColumnTextAlign.END : ColumnTextAlign.START)
                .setAutoWidth(true)
                .setFlexGrow(0)
                .setResizable(true);
    }

    private static Div header(ResultColumn column) {
        var type = new Span(column.type());
        type.addClassNames("small", "muted");
        var header = new Div(new Span(column.name()), type);
        header.addClassName("studio-heading");
        return header;
    }

    private void open(ResultColumn column, ResultValue value) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(column.name());
        dialog.setTestId("sql-value");
        dialog.addClassName("studio-detail");
        if (value.cut()) {
            var text = Objects.requireNonNull(value.text());
            dialog.add(new Paragraph(getTranslation("studio.sql.value.cut", Characters.count(text), value.length())));
        }
        dialog.add(Words.sql(String.valueOf(value.text())));
        dialog.getFooter().add(new Button(getTranslation("studio.close"), click -> dialog.close()));
        dialog.open();
    }
}
