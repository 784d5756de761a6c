package com.acme.dashboard.database.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.acme.dashboard.database.sql.SqlToken.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlLexerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "Select             | WORD          | select",
                "_a1$b              | WORD          | _a1$b",
                "zA0Z9a             | WORD          | za0z9a",
                "größe              | WORD          | größe",
                "\u0080             | WORD          | \u0080",
                "u                  | WORD          | u",
                "\"Order\"          | QUOTED_NAME   | Order",
                "\"a\"\"b;\"        | QUOTED_NAME   | a\"b;",
                "U&\"a\"            | QUOTED_NAME   | a",
                "'it''s; a'         | STRING        | it's; a",
                "''                 | STRING        | ^^",
                "'a\\'              | STRING        | a\\",
                "E'it\\'s'          | STRING        | it's",
                "e'a''b'            | STRING        | a'b",
                "b'01'              | STRING        | 01",
                "X'ff'              | STRING        | ff",
                "n'a'               | STRING        | a",
                "U&'a\\'            | STRING        | a\\",
                "$$a;b$$            | DOLLAR_STRING | a;b",
                "$a1$ $$ $a2$ $a1$  | DOLLAR_STRING | ^ $$ $a2$ ^",
                "$_$a$_$            | DOLLAR_STRING | a",
                "12                 | NUMBER        | 12",
                "1.5e3              | NUMBER        | 1.5e3",
                "-- a; b            | COMMENT       | ^ a; b^",
                "--                 | COMMENT       | ^^",
                "/* a; b */         | COMMENT       | ^ a; b ^",
                "/**/               | COMMENT       | ^^",
                "/* a /* b */ c */  | COMMENT       | ^ a /* b */ c ^",
                "/*/*a*/*/          | COMMENT       | /*a*/",
                "+                  | SYMBOL        | +",
                "$                  | SYMBOL        | $",
                "'a                 | UNCLOSED      | string",
                "E'a\\'             | UNCLOSED      | string",
                "E'a\\              | UNCLOSED      | string",
                "\"a                | UNCLOSED      | quoted name",
                "/* a /* b */       | UNCLOSED      | comment",
                "/*/                | UNCLOSED      | comment",
                "/*                 | UNCLOSED      | comment",
                "$$a                | UNCLOSED      | string",
                "$a$ $b$            | UNCLOSED      | string",
            })
    void a_token_is_read_to_its_end(String sql, Kind kind, String text) {
        assertThat(SqlLexer.read(sql, 1)).containsExactly(new SqlToken(kind, text, 1, 0, sql.length()));
        assertThat(SqlLexer.read("(" + sql + "\n)", 1).get(1)).satisfies(token -> {
            assertThat(token.start()).isEqualTo(1);
            assertThat(token.kind()).isEqualTo(kind);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a.b        | WORD SYMBOL WORD",
                "a::b       | WORD SYMBOL SYMBOL WORD",
                "$1$ + 'a'  | SYMBOL NUMBER SYMBOL STRING",
                "a$b$c      | WORD",
                "ab'c'      | WORD STRING",
                "u&a        | WORD SYMBOL WORD",
                "u &'a'     | WORD SYMBOL STRING",
                "a-b        | WORD SYMBOL WORD",
                "a/b        | WORD SYMBOL WORD",
                "'a'-- b    | STRING COMMENT",
                "/* a */b   | COMMENT WORD",
                "/*a*/*/    | COMMENT SYMBOL SYMBOL",
                "{}~`@[    | SYMBOL SYMBOL SYMBOL SYMBOL SYMBOL SYMBOL",
                "1a$b;      | NUMBER SYMBOL",
            })
    void tokens_end_where_the_next_ones_begin(String sql, String kinds) {
        assertThat(SqlLexer.read(sql, 1).stream().map(token -> token.kind().name()))
                .containsExactly(kinds.split(" ", -1));
    }

    @Test
    void a_token_knows_its_line_and_its_place() {
        assertThat(SqlLexer.read("a\n\n'b\nc' -- d\n/* e\n*/ f $$\n$$ g", 7))
                .extracting(SqlToken::text, SqlToken::line, SqlToken::start, SqlToken::end)
                .containsExactly(
                        tuple("a", 7, 0, 1),
                        tuple("b\nc", 9, 3, 8),
                        tuple(" d", 10, 9, 13),
                        tuple(" e\n", 11, 14, 21),
                        tuple("f", 12, 22, 23),
                        tuple("\n", 12, 24, 29),
                        tuple("g", 13, 30, 31));
    }

    @Test
    void words_names_strings_and_symbols_are_told_apart() {
        var word = SqlLexer.read("drop", 1).getFirst();
        var name = SqlLexer.read("\"drop\"", 1).getFirst();
        var string = SqlLexer.read("'drop'", 1).getFirst();
        var dollars = SqlLexer.read("$$drop$$", 1).getFirst();
        var comma = SqlLexer.read(",", 1).getFirst();
        var quotedComma = SqlLexer.read("','", 1).getFirst();

        assertThat(word.is("drop")).isTrue();
        assertThat(word.is("drops")).isFalse();
        assertThat(name.is("drop")).isFalse();
        assertThat(string.is("drop")).isFalse();
        assertThat(comma.is(',')).isTrue();
        assertThat(comma.is(';')).isFalse();
        assertThat(quotedComma.is(',')).isFalse();
        assertThat(word.isName() && name.isName()).isTrue();
        assertThat(string.isName() || comma.isName()).isFalse();
        assertThat(string.isString() && dollars.isString()).isTrue();
        assertThat(word.isString() || name.isString()).isFalse();
    }
}
