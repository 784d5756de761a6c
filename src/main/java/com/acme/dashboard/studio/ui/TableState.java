package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.ColumnFilter;
import com.acme.dashboard.studio.RowQuery;
import com.acme.dashboard.studio.RowSort;
import com.acme.dashboard.studio.TableName;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Which rows of which table are shown, as it stands in the URL. */
record TableState(RowQuery query) {

    static TableState of(TableName table) {
        return new TableState(RowQuery.all(table));
    }

    /** Reads the state; empty where no table is named. What is malformed is ignored. */
    static Optional<TableState> of(QueryParameters parameters) {
        return name(parameters).map(name -> {
            var filters = parameters.getParameters("filter").stream()
                    .flatMap(parameter -> ColumnFilter.ofParameter(parameter).stream())
                    .toList();
            var sort = parameters
                    .getSingleParameter("sort")
                    .flatMap(RowSort::ofParameter)
                    .orElse(null);
            return new TableState(new RowQuery(name, filters, sort));
        });
    }

    private static Optional<TableName> name(QueryParameters parameters) {
        var schema = parameters.getSingleParameter("schema").orElse(TableName.USUAL_SCHEMA);
        return parameters
                .getSingleParameter("table")
                .map(table -> new TableName(schema, table))
                .filter(TableName::isPossible);
    }

    QueryParameters toQueryParameters() {
        var table = query.table();
        var parameters = new LinkedHashMap<String, List<String>>();
        if (!table.schema().equals(TableName.USUAL_SCHEMA)) {
            parameters.put("schema", List.of(table.schema()));
        }
        parameters.put("table", List.of(table.name()));
        if (!query.filters().isEmpty()) {
            parameters.put(
                    "filter",
                    query.filters().stream().map(ColumnFilter::toParameter).toList());
        }
        var sort = query.sort();
        if (sort != null) {
            parameters.put("sort", List.of(sort.toParameter()));
        }
        return new QueryParameters(parameters);
    }

    /** A link to it, relative to the application. */
    String toHref() {
        return StudioSection.DATA.path() + "?" + toQueryParameters().getQueryString();
    }
}
