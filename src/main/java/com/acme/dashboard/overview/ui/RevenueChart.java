package com.acme.dashboard.overview.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.List;

/** Amounts by month as bars, each a link, drawn in the browser ({@code frontend/charts/revenue-chart.js}). */
@Tag("acme-revenue-chart")
final class RevenueChart extends Component {

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("context://charts/revenue-chart.js");
    }

    /** Shows these bars, under the (translated) name. */
    void show(String name, List<MonthBar> bars) {
        var months = JacksonUtils.createArray();
        for (var bar : bars) {
            var month = JacksonUtils.createObjectNode();
            month.put("label", bar.label());
            month.put("name", bar.name());
            // As text: what counts cents in Java never becomes a fraction on its way.
            month.put("cents", Long.toString(bar.amount().cents()));
            month.put("amount", bar.amount().format(getLocale()));
            month.put("path", bar.path());
            month.put("current", bar.current());
            months.add(month);
        }
        getElement().setAttribute("label", name);
        getElement().setAttribute("locale", getLocale().toLanguageTag());
        getElement().setPropertyJson("months", months);
    }
}
