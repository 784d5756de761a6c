package com.acme.dashboard.overview.ui;

import com.acme.dashboard.common.ui.BackgroundReading;
import com.acme.dashboard.common.ui.Skeleton;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.overview.RevenueService;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.Optional;

/** The revenue by month: where from, which months, as bars or as a table. */
final class RevenueCard extends Section {

    private final RadioButtonGroup<Source> source = new RadioButtonGroup<>();
    private final Select<Optional<Year>> year = new Select<>();
    private final Button asTable = new Button(getTranslation("overview.revenue.as-table"));
    private final RevenuePicture picture = new RevenuePicture();
    private final Part<ChartReading> part;
    private volatile ChartState state = ChartState.DEFAULT;
    private boolean table;

    /**
     * Shows the default until told otherwise.
     *
     * @param chosen gets what a person has chosen
     */
    RevenueCard(
            RevenueService revenue,
            InvoiceService invoices,
            BackgroundReading background,
            Clock clock,
            SerializableConsumer<ChartState> chosen) {
        addClassNames("card", "revenue-card");
        setTestId("revenue-chart");
        part = new Part<>(
                background,
                () -> ChartReading.read(state, revenue, invoices, clock),
                picture,
                this::show,
                new Skeleton(5));
        source.addClassName("segments");
        source.setTestId("revenue-source");
        source.setAriaLabel(getTranslation("overview.revenue.source"));
        source.setItems(Source.values());
        source.setItemLabelGenerator(choice -> getTranslation("overview.revenue.source." + choice.text()));
        source.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen.accept(new ChartState(event.getValue(), null));
            }
        });
        year.setTestId("revenue-year");
        year.setAriaLabel(getTranslation("overview.revenue.year"));
        year.setItemLabelGenerator(choice -> choice.map(Year::toString).orElseGet(this::lastMonths));
        year.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen.accept(new ChartState(Source.INVOICES, event.getValue().orElse(null)));
            }
        });
        asTable.addClassName("revenue-as-table");
        asTable.addClickListener(click -> showAsTable(!table));
        showAsTable(false);
        var choices = new Div(year, source, asTable);
        choices.addClassName("revenue-choices");
        var head = new Div(new H2(getTranslation("overview.revenue")), choices);
        head.addClassName("card-head");
        add(head, part);
    }

    /** Shows what the URL says. */
    void show(ChartState shown) {
        source.setValue(shown.source());
        year.setVisible(shown.source() == Source.INVOICES);
        if (!shown.equals(state)) {
            state = shown;
            part.refresh();
        }
    }

    void refresh() {
        part.refresh();
    }

    private void show(ChartReading reading) {
        var choices = new ArrayList<Optional<Year>>();
        choices.add(Optional.empty());
        reading.years().forEach(one -> choices.add(Optional.of(one)));
        year.setItems(choices);
        year.setValue(Optional.ofNullable(reading.state().year()));
        picture.show(reading);
    }

    private void showAsTable(boolean wanted) {
        table = wanted;
        asTable.getElement().setAttribute("aria-pressed", Boolean.toString(wanted));
        picture.showAsTable(wanted);
    }

    private String lastMonths() {
        return getTranslation("overview.revenue.last-months");
    }
}
