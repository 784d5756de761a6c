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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The revenue by month: where from, which months, as bars or as a table. */
final class RevenueCard extends Section {

    private final RadioButtonGroup<Source> source = new RadioButtonGroup<>();
    private final Select<Optional<Year>> year = new Select<>();
    private final Button asTable = new Button(getTranslation("overview.revenue.as-table"));
    private final RevenuePicture picture = new RevenuePicture();
    private final Part<ChartReading> part;
    private volatile ChartState state = ChartState.DEFAULT;
    private List<Year> years = List.of();
    private transient List<Optional<Year>> offered = List.of();
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
        var shape = new Skeleton(12);
        shape.addClassName("chart-shape");
        part = new Part<>(
                "revenue",
                background,
                () -> ChartReading.read(state, revenue, invoices, clock),
                picture,
                this::show,
                shape);
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
        offerYears();
    }

    void refresh() {
        part.refresh();
    }

    private void show(ChartReading reading) {
        years = reading.years();
        offerYears();
        picture.show(reading);
    }

    /** The chosen year is among them, paid invoices or not. */
    private void offerYears() {
        var chosen = Optional.ofNullable(state.year());
        var offer = Stream.concat(
                        Stream.of(Optional.<Year>empty()),
                        Stream.concat(chosen.stream(), years.stream())
                                .distinct()
                                .sorted(Comparator.reverseOrder())
                                .map(Optional::of))
                .toList();
        // Items that are set anew would close the list under whoever is choosing from it.
        if (!offer.equals(offered)) {
            offered = offer;
            year.setItems(offer);
        }
        year.setValue(chosen);
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
