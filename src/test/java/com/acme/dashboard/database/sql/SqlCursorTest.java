package com.acme.dashboard.database.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlCursorTest {

    @Test
    void words_are_read_if_they_come_next() {
        var cursor = cursor("drop table if exists notes");

        assertThat(cursor.sees("drop", "table")).isTrue();
        assertThat(cursor.sees("drop", "index")).isFalse();
        assertThat(cursor.accept("drop", "index")).isFalse();
        assertThat(cursor.accept("drop", "table")).isTrue();
        assertThat(cursor.accept("if", "exists", "notes", "cascade")).isFalse();
        assertThat(cursor.accept("if", "exists", "notes")).isTrue();
        assertThat(cursor.atEnd()).isTrue();
        assertThat(cursor.sees("notes")).isFalse();
        assertThat(cursor.rest()).isEmpty();
    }

    @Test
    void one_of_several_words_is_read_if_it_comes_next() {
        var cursor = cursor("temp \"table\" table");

        assertThat(cursor.acceptAny(Set.of("table", "view"))).isFalse();
        assertThat(cursor.acceptAny(Set.of("temp", "temporary"))).isTrue();
        assertThat(cursor.seesAny(Set.of("table"))).as("a quoted name").isFalse();
        cursor.skip();
        assertThat(cursor.seesAny(Set.of("table"))).isTrue();
        cursor.skip();
        assertThat(cursor.seesAny(Set.of("table"))).isFalse();
        assertThat(cursor.sees('(')).isFalse();
        cursor.skip();
        assertThat(cursor.rest()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "notes set           | notes            | set",
                "\"Notes\" set       | Notes            | set",
                "public.notes set    | notes            | set",
                "shop.notes set      | shop.notes       | set",
                "shop.public.notes   | shop.public.notes | ''",
                "public              | public           | ''",
                "public.a.b          | a.b              | ''",
                "a b                 | a                | b",
                "(a)                 | ''               | (",
                "a.                  | a                | ''",
            })
    void a_name_is_read_without_the_schema_public(String sql, String name, String next) {
        var cursor = cursor(sql);

        assertThat(cursor.name()).isEqualTo(name);
        assertThat(cursor.atEnd() ? "" : cursor.rest().getFirst().text()).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a not null b        | true",
                "not null            | true",
                "a (not null) b      | false",
                "a [not null] b      | false",
                "a (b) not null      | true",
                "a (b (c) not null)  | false",
                "not a null          | false",
                "a not               | false",
            })
    void words_are_found_outside_of_parentheses(String sql, boolean found) {
        assertThat(cursor(sql).restHas("not", "null")).isEqualTo(found);
        var behind = cursor("not null x " + sql);
        behind.accept("not", "null");
        assertThat(behind.restHas("not", "null")).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a, b c             | a;b c",
                "a (b, c), d        | a(b,c);d",
                "a[1, 2], b         | a[1,2];b",
                "a ((b, c), d), e   | a((b,c),d);e",
                "a,                 | a;",
                "a ',' b            | a , b",
            })
    void a_list_is_cut_at_its_own_commas(String sql, String parts) {
        assertThat(text(cursor(sql).list()).replace(" ", "")).isEqualTo(parts.replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(a, b) c      | a;b     | c",
                "(a (b, c)) d  | a(b,c)  | d",
                "() c          | ''      | c",
                "a             | ''      | a",
                "(a, b         | a;b     | ''",
            })
    void what_stands_in_parentheses_is_read_past(String sql, String parts, String next) {
        var cursor = cursor(sql);

        assertThat(text(cursor.parenthesized())).isEqualTo(parts);
        assertThat(cursor.atEnd() ? "" : cursor.rest().getFirst().text()).isEqualTo(next);
    }

    @Test
    void without_parentheses_there_are_no_parts() {
        assertThat(cursor("a").parenthesized()).isEmpty();
        assertThat(cursor("()").parenthesized()).containsExactly(List.of());
        var behind = cursor("x (a, b) c");
        behind.skip();
        assertThat(text(behind.parenthesized())).isEqualTo("a;b");
    }

    private static SqlCursor cursor(String sql) {
        return new SqlCursor(SqlLexer.read(sql, 1));
    }

    private static String text(List<List<SqlToken>> parts) {
        return String.join(
                ";",
                parts.stream()
                        .map(part -> String.join(
                                        " ", part.stream().map(SqlToken::text).toList())
                                .replaceAll(" ?([(),\\[\\]]) ?", "$1"))
                        .toList());
    }
}
