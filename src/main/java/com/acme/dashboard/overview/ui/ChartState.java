package com.acme.dashboard.overview.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the chart shows, as it stands in the URL; no year means the last twelve months. The books name no years. */
record ChartState(Source source, @Nullable Year year) {

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    static final ChartState DEFAULT = new ChartState(Source.REVENUE, null);

    ChartState {
        year = source == Source.REVENUE ? null : year;
    }

    /** Reads {@code source} and {@code year}; what is unknown or malformed is ignored. */
    static ChartState of(QueryParameters parameters) {
        return new ChartState(
                parameters.getSingleParameter("source").flatMap(Source::ofText).orElse(Source.REVENUE),
                parameters.getSingleParameter("year").flatMap(ChartState::year).orElse(null));
    }

    QueryParameters toQueryParameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (source != Source.REVENUE) {
            parameters.put("source", List.of(source.text()));
        }
        if (year != null) {
            parameters.put("year", List.of(year.toString()));
        }
        return new QueryParameters(parameters);
    }

    private static Optional<Year> year(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{4}"))
                .map(Integer::valueOf)
                .filter(number -> number >= FIRST_YEAR && number <= LAST_YEAR)
                .map(Year::of);
    }
}
