package com.acme.dashboard.database.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @Test
    void control_of_a_block_stands_before_its_statements_and_is_none_itself() {
        assertThat(nested("""
                        begin
                            for r in select 1 loop
                                update a set b = 1;
                            end loop;
                            while true loop
                                update c set b = 1;
                            end loop;
                            foreach x in array y loop delete from d; end loop;
                            if a then truncate e; elsif b then truncate f; else truncate g; end if;
                            case when h then truncate i; end case;
                            loop truncate j; end loop;
                        exception when others then truncate k;
                        end
                        """))
                .contains(
                        "update a set b = 1",
                        "update c set b = 1",
                        "delete from d",
                        "truncate e",
                        "truncate f",
                        "truncate g",
                        "truncate j",
                        "truncate k");
    }

    @Test
    void a_block_that_breaks_off_has_no_statement_there() {
        assertThat(nested("if a")).isEmpty();
        assertThat(nested("begin")).isEmpty();
        assertThat(nested("if a then truncate b")).containsExactly("truncate b");
    }

    @Test
    void what_a_block_executes_is_followed_and_a_string_elsewhere_is_not() {
        assertThat(nested("execute 'truncate a'; execute format('truncate %I', 'b'); perform 'truncate c';"))
                .containsExactly(
                        "execute 'truncate a'",
                        "truncate a",
                        "execute format('truncate %I', 'b')",
                        "truncate %I",
                        "perform 'truncate c'");
        assertThat(SqlStatement.split("execute 'truncate a'; select 'truncate b'", 1))
                .noneMatch(SqlStatement::nested);
    }

    @Test
    void comments_above_a_block_are_above_all_that_it_runs() {
        var statements = SqlStatement.split(
                "-- one\ndo $$\nbegin\ntruncate a;\n-- two\ntruncate b;\nend $$;\n-- three\nselect 1", 1);

        assertThat(statements)
                .filteredOn(statement -> statement.cursor().sees("truncate"))
                .extracting(statement ->
                        statement.commentsAbove().stream().map(SqlToken::text).toList())
                .containsExactly(List.of(" one"), List.of(" one", " two"));
        assertThat(statements.getLast().commentsAbove())
                .extracting(SqlToken::text)
                .containsExactly(" three");
    }

    @Test
    void a_long_statement_is_told_by_its_beginning() {
        var longest = "select '" + "x".repeat(111) + "'";

        assertThat(SqlStatement.split(longest, 1).getFirst().text()).isEqualTo(longest);
        assertThat(SqlStatement.split(longest + "\n +  1", 1).getFirst().text())
                .isEqualTo(longest.substring(0, 119) + "…");
    }

    @Test
    void a_parenthesis_too_many_swallows_no_statement() {
        assertThat(SqlStatement.texts("select 1); select 2")).containsExactly("select 1)", "select 2");
    }

    @Test
    void a_body_ends_with_its_own_end() {
        assertThat(
                        SqlStatement.texts(
                                "create function f() returns int begin atomic select case when a then case when b then 1 end end; end; select 2; select 3"))
                .containsExactly(
                        "create function f() returns int begin atomic select case when a then case when b then 1 end end; end",
                        "select 2",
                        "select 3");
        assertThat(SqlStatement.texts("select atomic; select case when a then 1 end; select 2"))
                .containsExactly("select atomic", "select case when a then 1 end", "select 2");
    }

    @Test
    void a_block_is_one_text_with_all_that_it_runs() {
        assertThat(SqlStatement.texts("do $$ begin truncate a; end $$; select 1"))
                .containsExactly("do $$ begin truncate a; end $$", "select 1");
    }

    private static List<String> nested(String body) {
        return SqlStatement.split("do $$ " + body + " $$", 1).stream()
                .filter(SqlStatement::nested)
                .map(SqlStatement::text)
                .toList();
    }
}
