package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.DiagramDetail;
import com.acme.dashboard.studio.DiagramQuery;
import com.acme.dashboard.studio.TableName;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which diagram is shown, as it stands in the URL. */
record DiagramState(DiagramQuery query) {

    /** Where diagrams are. */
    static final String PATH = StudioSection.ROOT + "/schema/diagram";

    private static final String NEIGHBOURS = "neighbours";

    /** Reads the state. What is malformed is ignored. */
    static DiagramState of(QueryParameters parameters) {
        return new DiagramState(new DiagramQuery(
                parameters.getSingleParameter("schema").orElse(null),
                parameters.getSingleParameter("table").orElse(null),
                parameters.getSingleParameter("show").filter(NEIGHBOURS::equals).isPresent(),
                parameters
                        .getSingleParameter("columns")
                        .flatMap(DiagramState::detail)
                        .orElse(null)));
    }

    /** The table with those that are related to it. */
    static DiagramState around(TableName table) {
        return new DiagramState(DiagramQuery.around(table));
    }

    /** With another schema, and no table. */
    DiagramState withSchema(String schema) {
        return new DiagramState(new DiagramQuery(schema, null, false, query.detail()));
    }

    /** With another table; null for none. */
    DiagramState withTable(@Nullable TableName table) {
        return new DiagramState(
                table == null
                        ? new DiagramQuery(query.schema(), null, false, query.detail())
                        : new DiagramQuery(table.schema(), table.name(), query.neighbours(), query.detail()));
    }

    DiagramState withNeighbours(boolean only) {
        return new DiagramState(new DiagramQuery(query.schema(), query.table(), only, query.detail()));
    }

    DiagramState withDetail(DiagramDetail detail) {
        return new DiagramState(new DiagramQuery(query.schema(), query.table(), query.neighbours(), detail));
    }

    QueryParameters toQueryParameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        Optional.ofNullable(query.schema()).ifPresent(schema -> parameters.put("schema", List.of(schema)));
        Optional.ofNullable(query.table()).ifPresent(table -> parameters.put("table", List.of(table)));
        if (query.neighbours()) {
            parameters.put("show", List.of(NEIGHBOURS));
        }
        Optional.ofNullable(query.detail()).ifPresent(detail -> parameters.put("columns", List.of(id(detail))));
        return new QueryParameters(parameters);
    }

    /** A link to it, relative to the application. */
    String toHref() {
        var parameters = toQueryParameters().getQueryString();
        return parameters.isEmpty() ? PATH : PATH + "?" + parameters;
    }

    private static Optional<DiagramDetail> detail(String id) {
        return Stream.of(DiagramDetail.values())
                .filter(detail -> id(detail).equals(id))
                .findFirst();
    }

    /** In texts and URLs. */
    static String id(DiagramDetail detail) {
        return detail.name().toLowerCase(Locale.ROOT);
    }
}
