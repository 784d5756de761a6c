package com.acme.dashboard.database.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeSetTextTest {

    private static final String OUTSIDE = "--changeset jane:1 runInTransaction:false\n";

    @Test
    void plain_sql_is_one_change_set_without_a_header() {
        assertThat(ChangeSetText.read("select 1;\nselect 2;"))
                .containsExactly(new ChangeSetText(1, "", "select 1;\nselect 2;"));
        assertThat(ChangeSetText.read("select 1;").getFirst().isFormatted()).isFalse();
        assertThat(ChangeSetText.read("-- changesets are elsewhere\nselect '--changeset jane:1';"))
                .noneMatch(ChangeSetText::isFormatted);
    }

    @Test
    void a_file_is_cut_at_its_headers() {
        var text =
                "--liquibase formatted sql\n\n--changeset jane:1 context:dev \nselect 1;\n  -- CHANGESET jo:2\n\nselect 2;\n";

        assertThat(ChangeSetText.read(text))
                .containsExactly(
                        new ChangeSetText(3, "jane:1 context:dev", "\nselect 1;\n"),
                        new ChangeSetText(5, "jo:2", "\n\nselect 2;\n"))
                .allMatch(ChangeSetText::isFormatted);
        assertThat(ChangeSetText.read(text).getLast().statements())
                .extracting(SqlStatement::line)
                .containsExactly(7);
        assertThat(ChangeSetText.read(text).getLast().tokens().getFirst().line())
                .isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "jane:1, jane, 1, true",
        "jane:1 context:dev, jane, 1, true",
        "jane:1 context:dev, jane, 1 context:dev, true",
        "'\"jane\":\"1\" context:dev', jane, 1, true",
        "jane:12, jane, 1, false",
        "mary-jane:1, jane, 1, false",
    })
    void it_is_known_by_its_author_and_id(String header, String author, String id, boolean named) {
        assertThat(new ChangeSetText(1, header, "").isNamed(author, id)).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({
        "jane:1, true, true",
        "jane:1 runInTransaction:true splitStatements:true, true, true",
        "jane:1 runInTransaction:false, false, true",
        "'jane:1 RUNINTRANSACTION : \"false\"', false, true",
        "jane:1 splitStatements:false, true, false",
        "'jane:1 splitstatements: \"false\" runInTransaction:false', false, false",
    })
    void it_is_a_transaction_and_split_unless_its_header_says_otherwise(
            String header, boolean inTransaction, boolean split) {
        var changeSet = new ChangeSetText(1, header, "");

        assertThat(changeSet.isInTransaction()).isEqualTo(inTransaction);
        assertThat(changeSet.isSplit()).isEqualTo(split);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop index concurrently if exists i; create index concurrently i on notes (id);",
                "drop index if exists i; create unique index i on notes (id);",
                "drop index if exists i;",
                "drop index if exists i; drop index if exists i; create index i on notes (id);",
                "reindex table notes; vacuum notes; analyze; set lock_timeout = 0; select 1;",
                "",
            })
    void what_was_interrupted_outside_of_a_transaction_may_run_again(String sql) {
        assertThat(ChangeSetText.read(OUTSIDE + sql).getFirst().isRepeatable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index concurrently i on notes (id);",
                "create unique index i on notes (id);",
                "drop index concurrently i; create index concurrently i on notes (id);",
                "drop index if exists i; create index concurrently j on notes (id);",
                "drop index concurrently i;",
                "create index i on notes (id); drop index if exists i;",
                "select 1; insert into notes values (1);",
                "create table notes (id integer);",
            })
    void what_would_fail_or_be_there_twice_may_not(String sql) {
        assertThat(ChangeSetText.read(OUTSIDE + sql).getFirst().isRepeatable()).isFalse();
        assertThat(ChangeSetText.read("--changeset jane:1\n" + sql).getFirst().isRepeatable())
                .as("in a transaction")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select 1; --rollback select 2;                   | true",
                "-- ROLLBACK select 2;                            | true",
                "/* liquibase rollback select 2; */               | true",
                "select 1;                                        | false",
                "--rollback                                       | false",
                "-- no rollback select 2;                         | false",
                "--rollbacks select 2;                            | false",
                "select '--rollback select 2';                    | false",
                "select 'rollback select 2';                      | false",
            })
    void its_way_back_is_a_comment(String sql, boolean there) {
        assertThat(ChangeSetText.read("--changeset jane:1\n" + sql).getFirst().hasRollback())
                .isEqualTo(there);
    }
}
