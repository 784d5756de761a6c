package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.TableName;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Which table is open, as it stands in the URL. */
record TableState(TableName table) {

    private static final String DEFAULT_SCHEMA = "public";

    static TableState of(TableName table) {
        return new TableState(table);
    }

    /** Reads the state; empty where no table is named. */
    static Optional<TableState> of(QueryParameters parameters) {
        return parameters
                .getSingleParameter("table")
                .map(table -> new TableState(
                        new TableName(parameters.getSingleParameter("schema").orElse(DEFAULT_SCHEMA), table)));
    }

    QueryParameters toQueryParameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (!table.schema().equals(DEFAULT_SCHEMA)) {
            parameters.put("schema", List.of(table.schema()));
        }
        parameters.put("table", List.of(table.name()));
        return new QueryParameters(parameters);
    }

    /** A link to it, relative to the application. */
    String toHref() {
        return StudioSection.DATA.path() + "?" + toQueryParameters().getQueryString();
    }
}
