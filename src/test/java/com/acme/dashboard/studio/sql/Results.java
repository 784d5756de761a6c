package com.acme.dashboard.studio.sql;

import static org.assertj.core.api.Assertions.assertThat;

/** Results of the kind that a test's statement brings. */
final class Results {

    private Results() {}

    static StatementResult.Rows rows(StatementResult result) {
        return as(StatementResult.Rows.class, result);
    }

    static StatementResult.Done done(StatementResult result) {
        return as(StatementResult.Done.class, result);
    }

    static QueryPlan plan(StatementResult result) {
        return as(StatementResult.Explained.class, result).plan();
    }

    private static <R extends StatementResult> R as(Class<R> kind, StatementResult result) {
        assertThat(result).isInstanceOf(kind);
        return kind.cast(result);
    }
}
