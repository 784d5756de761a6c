package com.acme.dashboard.database.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStatementTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ';'",
                "select 'it''s; one'",
                "select E'\\';'",
                "select U&'a;b'",
                "select \"a;\"\"b\"",
                "select $$a;b$$",
                "select $a$ $$;$$ $a$",
                "select $1$ || a$b$c",
                "select 1 -- a; b\n + 1",
                "select 1 /* a; /* b; */ c; */ + 1",
                "create rule r as on insert to a do also (select 1; select 2)",
                "create function f() returns int begin atomic select 1; select case when a then 2 end; end",
                "select (array[1, 2])[1]",
            })
    void a_semicolon_inside_of_something_ends_no_statement(String sql) {
        assertThat(SqlStatement.texts("select 0;\n" + sql + ";\n\n;select 9"))
                .containsExactly("select 0", sql, "select 9");
    }

    @Test
    void comments_alone_are_no_statement() {
        assertThat(SqlStatement.texts("-- one;\n/* two; */\n;")).isEmpty();
    }

    @Test
    void a_statement_knows_its_line_and_the_comments_above_it() {
        var statements = SqlStatement.split("-- above\n\nselect 1; -- beside\n-- before\nselect\n2;", 10);
        assertThat(statements).extracting(SqlStatement::line).containsExactly(12, 14);
        assertThat(statements.getFirst().commentsAbove())
                .extracting(SqlToken::text)
                .containsExactly(" above");
        assertThat(statements.getLast().commentsAbove())
                .extracting(SqlToken::text)
                .containsExactly(" before");
        assertThat(statements.getLast().text()).isEqualTo("select 2");
    }

    @Test
    void what_a_block_runs_follows_it() {
        assertThat(SqlStatement.split(
                        "do $$\ndeclare n int;\nbegin\n if n = 1 then\n  update t set a = 1;\n else\n  execute 'drop table t';\n end if;\nend\n$$;",
                        1))
                .filteredOn(SqlStatement::nested)
                .filteredOn(statement ->
                        statement.cursor().sees("update") || statement.cursor().sees("drop"))
                .extracting(statement -> statement.line() + " " + statement.text())
                .containsExactly("5 update t set a = 1", "7 drop table t");
    }
}
