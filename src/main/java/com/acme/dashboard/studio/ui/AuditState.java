package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.AuditFilter;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;

/** What is looked for in the audit, as it stands in the URL. */
record AuditState(AuditFilter filter) {

    static final String PATH = StudioSection.ROOT + "/audit";

    static AuditState of(QueryParameters parameters) {
        return new AuditState(new AuditFilter(
                parameters.getSingleParameter("person").orElse(""),
                parameters.getSingleParameter("query").orElse("")));
    }

    /** The audit's own, with what is looked for. */
    String address() {
        return filter.isEmpty() ? PATH : PATH + "?" + toQueryParameters().getQueryString();
    }

    private QueryParameters toQueryParameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (!filter.person().isEmpty()) {
            parameters.put("person", List.of(filter.person()));
        }
        if (!filter.text().isEmpty()) {
            parameters.put("query", List.of(filter.text()));
        }
        return new QueryParameters(parameters);
    }
}
