package com.acme.dashboard.database.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as drift, given what two databases say of themselves; that the fixes run is tested on real ones. */
class CatalogComparisonTest {

    private static final String NOTES = """
            table notes
            column notes.id | type: integer | not null
            constraint notes.notes_pkey | contype: p | definition: PRIMARY KEY (id)
            index notes.notes_pkey | definition: CREATE UNIQUE INDEX notes_pkey ON public.notes USING btree (id) | of constraint
            """;

    @Test
    void a_schema_is_no_drift_from_itself() {
        assertThat(CatalogComparison.of(Catalogs.of(NOTES), Catalogs.of(NOTES))).isEmpty();
        assertThat(compare("", "")).isEmpty();
    }

    @Test
    void what_is_missing_is_told_with_all_that_it_is() {
        assertThat(compare(NOTES + "column notes.size | type: integer | not null | default: 0", NOTES))
                .containsExactly(new Difference(
                        "column notes.size",
                        "default 0, not null, type integer",
                        "missing",
                        List.of("alter table \"notes\" add column \"size\" integer default 0 not null")));
        assertThat(compare(NOTES + "constraint notes.c | contype: c | definition: CHECK (id > 0)", NOTES))
                .extracting(Difference::expected)
                .containsExactly("CHECK (id > 0)");
    }

    @Test
    void what_nobody_expects_is_told_with_all_that_it_is() {
        assertThat(compare(NOTES, NOTES + "column notes.size | type: integer | not null"))
                .containsExactly(new Difference(
                        "column notes.size",
                        "nothing of this name",
                        "not null, type integer",
                        List.of("alter table \"notes\" drop column \"size\"")));
    }

    @Test
    void a_table_goes_with_all_that_stands_on_it() {
        var all = NOTES + """
                index notes.i | definition: CREATE INDEX i ON public.notes USING btree (id)
                trigger notes.t | definition: CREATE TRIGGER t | enabled
                """;

        assertThat(compare(all, ""))
                .extracting(Difference::object, Difference::expected, Difference::found)
                .containsExactly(tuple("table notes", "there", "missing"));
        assertThat(compare("", all))
                .extracting(Difference::object, Difference::expected, Difference::found)
                .containsExactly(tuple("table notes", "nothing of this name", "there"));
    }

    @Test
    void a_view_goes_with_all_that_stands_on_it_and_is_enough_for_it() {
        var view = "view shop | definition: SELECT 1";
        var rule = "\nrule shop.r | definition: CREATE RULE r";

        assertThat(objects(view + rule, "")).containsExactly("view shop");
        assertThat(objects(view + rule, view)).containsExactly("rule shop.r");
        assertThat(objects(view, view + rule)).containsExactly("rule shop.r");
    }

    @Test
    void each_fact_that_differs_is_a_difference_of_its_own() {
        var differences = compare(
                "table t\ncolumn t.a | type: integer | not null", "table t\ncolumn t.a | type: text | default: ''");

        assertThat(differences)
                .extracting(Difference::object, Difference::expected, Difference::found)
                .containsExactly(
                        tuple("column t.a", "no default", "default ''"),
                        tuple("column t.a", "not null", "nullable"),
                        tuple("column t.a", "type integer", "type text"));
        assertThat(differences)
                .flatExtracting(Difference::fix)
                .containsExactly(
                        "alter table \"t\" alter column \"a\" drop default",
                        "alter table \"t\" alter column \"a\" set not null",
                        "alter table \"t\" alter column \"a\" type integer using \"a\"::integer");
    }

    @Test
    void a_definition_is_told_without_being_called_one() {
        assertThat(compare("view v | definition: SELECT 1", "view v | definition: SELECT 2"))
                .containsExactly(new Difference(
                        "view v", "SELECT 1", "SELECT 2", List.of("drop view \"v\"", "create view \"v\" as SELECT 1")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "((status)::text = ANY ((ARRAY['a'::character varying, 'it''s'::character varying])::text[])) | ((status)::text = ANY (ARRAY[('a'::character varying)::text, ('it''s'::character varying)::text])) | true",
                "((status)::text = ANY ((ARRAY['a'::character varying])::text[])) | ((status)::text = ANY (ARRAY['a'::text])) | true",
                "((status)::text = ANY ((ARRAY['a'::character varying])::text[])) | ((status)::text = ANY (ARRAY['b'::text])) | false",
                "((status)::text = ANY ((ARRAY['$1'::character varying])::text[])) | ((status)::text = ANY (ARRAY['$1'::text])) | true",
            })
    void a_list_of_values_may_be_printed_in_two_ways(String one, String other, boolean same) {
        var table = "table t\nconstraint t.c | contype: c | definition: CHECK ";

        assertThat(compare(table + one, table + other).isEmpty()).isEqualTo(same);
        assertThat(compare(table + other, table + one).isEmpty()).isEqualTo(same);
    }

    @Test
    void a_functions_text_is_its_own_however_it_prints_lists() {
        var function = "function f() | definition: select ('a'::character varying)::text";

        assertThat(objects(function, function.replace("('a'::character varying)", "'a'")))
                .containsExactly("function f()");
    }

    @Test
    void an_extension_counts_by_its_name_only() {
        assertThat(objects("extension pg_trgm", "")).containsExactly("extension pg_trgm");
        assertThat(objects("", "extension citext")).containsExactly("extension citext");
        assertThat(objects("", "extension pg_stat_statements | elsewhere: extensions"))
                .isEmpty();
        assertThat(objects("extension pg_trgm", "extension pg_trgm | elsewhere: extensions"))
                .isEmpty();
        assertThat(objects("extension pg_trgm | elsewhere: extensions", "")).containsExactly("extension pg_trgm");
    }

    @Test
    void what_says_elsewhere_and_is_no_extension_is_told() {
        assertThat(objects("", "view v | definition: SELECT 1 | elsewhere: extensions"))
                .containsExactly("view v");
    }

    @Test
    void an_index_of_a_constraint_goes_with_that() {
        var table = "table notes\ncolumn notes.id | type: integer | not null\n";

        assertThat(objects(NOTES, table)).containsExactly("constraint notes.notes_pkey");
        assertThat(objects(table, NOTES)).containsExactly("constraint notes.notes_pkey");
        assertThat(objects(NOTES, NOTES.replace("(id)", "(size)"))).containsExactly("constraint notes.notes_pkey");
        assertThat(objects(NOTES, table + "index notes.notes_pkey | definition: CREATE UNIQUE INDEX notes_pkey"))
                .containsExactly("constraint notes.notes_pkey");
        assertThat(objects(table + "index notes.notes_pkey | definition: CREATE UNIQUE INDEX notes_pkey", NOTES))
                .containsExactly("constraint notes.notes_pkey");
    }

    @Test
    void an_index_of_a_constraint_that_is_as_expected_is_told_by_itself() {
        assertThat(compare(NOTES, NOTES.replace(" | of constraint", " | of constraint | invalid")))
                .containsExactly(new Difference(
                        "index notes.notes_pkey",
                        "no invalid",
                        "invalid",
                        List.of("reindex index concurrently \"notes_pkey\"")));
    }

    @Test
    void an_index_that_stands_alone_is_told() {
        var index = NOTES + "index notes.i | definition: CREATE INDEX i ON public.notes USING btree (id)";

        assertThat(objects(index, NOTES)).containsExactly("index notes.i");
        assertThat(objects(NOTES, index)).containsExactly("index notes.i");
        assertThat(objects(index, index + " DESC")).containsExactly("index notes.i");
    }

    @Test
    void the_kind_of_a_constraint_is_in_its_definition() {
        assertThat(compare(NOTES, NOTES.replace("contype: p", "contype: u"))).isEmpty();
    }

    @Test
    void the_sequence_of_an_identity_goes_with_its_column() {
        var table = "table t\ncolumn t.id | type: bigint | not null | identity: always\n";
        var sequence = "sequence s | type: bigint | increment: 1 | of identity | owned by: \"t\".\"id\"";

        assertThat(objects(table + sequence, table)).isEmpty();
        assertThat(objects(table, table + sequence)).isEmpty();
        assertThat(objects(table + sequence, table + sequence.replace(" | of identity", "")))
                .isEmpty();
        assertThat(objects(table + sequence, table + sequence.replace("increment: 1", "increment: 5")))
                .containsExactly("sequence s");
    }

    @Test
    void a_sequence_goes_with_the_column_that_it_belongs_to() {
        var table = "table t\n";
        var column = "column t.id | type: bigint\n";
        var sequence = "sequence s | type: bigint | owned by: \"t\".\"id\"";

        assertThat(objects(table, table + column + sequence)).containsExactly("column t.id");
        assertThat(objects(table + column, table + column + sequence)).containsExactly("sequence s");
        assertThat(objects(table, table + column + sequence.replace(" | owned by: \"t\".\"id\"", "")))
                .containsExactly("column t.id", "sequence s");
        assertThat(objects(table + column + sequence, table)).containsExactly("sequence s", "column t.id");
        assertThat(objects(table + sequence, table)).containsExactly("sequence s");
    }

    @Test
    void a_table_under_another_name_is_renamed_and_keeps_its_rows() {
        assertThat(compare(NOTES, NOTES.replace("notes", "jots")))
                .containsExactly(new Difference(
                        "table notes",
                        "this name",
                        "the name jots",
                        List.of("alter table \"jots\" rename to \"notes\"")));
    }

    @Test
    void a_table_is_not_renamed_where_there_are_two_that_could_be_meant_or_none_that_is_alike() {
        assertThat(objects(NOTES, NOTES.replace("notes", "jots") + NOTES.replace("notes", "memos")))
                .containsExactly("table notes", "table jots", "table memos");
        assertThat(objects(NOTES, NOTES.replace("notes", "jots").replace("integer", "bigint")))
                .containsExactly("table notes", "table jots");
        assertThat(objects(NOTES, NOTES.replace("notes", "jots").replace(".id", ".number")))
                .containsExactly("table notes", "table jots");
    }

    @Test
    void what_was_renamed_has_one_former_name() {
        var differences =
                compare(NOTES.replace("notes", "a") + NOTES.replace("notes", "b"), NOTES.replace("notes", "jots"));

        assertThat(differences)
                .extracting(Difference::object, Difference::found)
                .containsExactly(tuple("table a", "the name jots"), tuple("table b", "missing"));
    }

    @Test
    void a_table_that_is_there_is_no_other_ones_former_name() {
        assertThat(compare(NOTES + NOTES.replace("notes", "jots"), NOTES))
                .extracting(Difference::object, Difference::found)
                .containsExactly(tuple("table jots", "missing"));
        assertThat(objects(NOTES, NOTES + NOTES.replace("notes", "jots"))).containsExactly("table jots");
    }

    @Test
    void a_column_under_another_name_is_renamed_and_keeps_its_values() {
        assertThat(compare("table t\ncolumn t.a | type: text", "table t\ncolumn t.b | type: text"))
                .containsExactly(new Difference(
                        "column t.a",
                        "this name",
                        "the name b",
                        List.of("alter table \"t\" rename column \"b\" to \"a\"")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "table t;column t.a | type: text > table t;column t.b | type: text;column t.c | type: text",
                "table t;column t.a | type: text;column t.d | type: text > table t;column t.b | type: text",
                "table t;column t.a | type: text > table t;column t.b | type: integer",
                "table t;table u;column t.a | type: text > table t;table u;column u.b | type: text",
            })
    void a_column_is_not_renamed_where_that_is_not_certain(String expected, String found) {
        assertThat(compare(expected.replace(";", "\n"), found.replace(";", "\n")))
                .isNotEmpty()
                .noneMatch(difference -> difference.found().startsWith("the name"));
    }

    @Test
    void columns_alike_in_two_tables_are_no_rivals() {
        assertThat(compare(
                        "table t\ntable u\ncolumn t.a | type: text\ncolumn u.a | type: text",
                        "table t\ntable u\ncolumn t.b | type: text\ncolumn u.b | type: text"))
                .extracting(Difference::object, Difference::found)
                .containsExactly(tuple("column t.a", "the name b"), tuple("column u.a", "the name b"));
    }

    @Test
    void differences_come_in_an_order_in_which_they_can_be_put_right() {
        var there = "table t\ntable u\n";

        assertThat(objects(there + OF_EACH_KIND.replace("NAME", "new"), there + OF_EACH_KIND.replace("NAME", "old")))
                .containsExactly(
                        "policy t.old",
                        "rule t.old",
                        "trigger t.old",
                        "view old",
                        "statistics t.old",
                        "constraint t.old",
                        "constraint t.old_a_key_to_another",
                        "index t.old",
                        "extension new",
                        "type new",
                        "sequence new",
                        "table new",
                        "column t.new",
                        "function new()",
                        "constraint t.new",
                        "constraint t.new_a_key_to_another",
                        "index t.new",
                        "view new",
                        "trigger t.new",
                        "rule t.new",
                        "policy t.new",
                        "statistics t.new",
                        "function old()",
                        "column t.old",
                        "table old",
                        "sequence old",
                        "type old",
                        "extension old");
    }

    /** Tables and columns differ, for they are not to be taken for one that was renamed. */
    private static final String OF_EACH_KIND = """
            statistics t.NAME | definition: CREATE STATISTICS
            policy t.NAME | definition: permissive
            rule t.NAME | definition: CREATE RULE
            trigger t.NAME | definition: CREATE TRIGGER | enabled
            view NAME | definition: SELECT 1
            index t.NAME | definition: CREATE INDEX
            constraint t.NAME_a_key_to_another | contype: f | definition: FOREIGN KEY (id) REFERENCES u(id)
            constraint t.NAME | contype: u | definition: UNIQUE (id)
            function NAME() | definition: CREATE FUNCTION
            column t.NAME | type: text | default: 'NAME'
            table NAME
            column NAME.NAME | type: text
            sequence NAME | type: bigint
            type NAME | definition: enum ('a')
            extension NAME
            """;

    @Test
    void a_sequence_is_given_to_its_column_once_both_are_there() {
        var table = "table t\ncolumn t.id | type: bigint\n";
        var sequence = "sequence s | type: bigint | owned by: \"t\".\"id\"\n";
        var others = "table u\ncolumn u.id | type: bigint\nsequence r | type: bigint | owned by: \"u\".\"id\"\n";
        var give = "alter sequence \"s\" owned by \"t\".\"id\"";

        assertThat(fixes(table + sequence + others, table + others)).endsWith(give);
        assertThat(fixes(table + sequence + others, others))
                .hasSize(3)
                .endsWith(give)
                .filteredOn(give::equals)
                .hasSize(1);
        assertThat(fixes(
                        table + sequence + "index t.id | definition: CREATE INDEX",
                        "table t\nindex t.id | definition: CREATE INDEX"))
                .as("an index of the column's name is not the column")
                .noneMatch(give::equals);
        assertThat(fixes(table + sequence + "column t.n | type: text", "table t\ncolumn t.n | type: text"))
                .noneMatch(give::equals);
    }

    @Test
    void the_sequence_of_an_identity_is_made_with_its_column() {
        var table = "table t\ncolumn t.id | type: bigint | identity: always\n";
        var sequence = "sequence s | type: bigint | start: 7 | of identity | owned by: \"t\".\"id\"\n";

        assertThat(fixes(table + sequence, ""))
                .singleElement()
                .asString()
                .contains("\"id\" bigint generated always as identity (sequence name \"s\" start with 7 ");
        var two = """
                column t.n | type: bigint | identity: always
                sequence r | type: bigint | start: 8 | of identity | owned by: "t"."n"
                """;
        assertThat(fixes(table + sequence + two, table + sequence))
                .singleElement()
                .asString()
                .contains("(sequence name \"r\" start with 8 ")
                .doesNotContain("\"s\"");
    }

    @Test
    void catalogs_are_the_same_by_all_that_they_say() {
        assertThat(Catalogs.of(NOTES)).isEqualTo(Catalogs.of(NOTES)).hasSameHashCodeAs(Catalogs.of(NOTES));
        assertThat(Catalogs.of(NOTES)).isNotEqualTo(Catalogs.of(NOTES.replace("integer", "bigint")));
        assertThat(Catalogs.of(NOTES)).isNotEqualTo(NOTES);
        assertThat(Catalogs.of("").hashCode()).isNotEqualTo(Catalogs.of(NOTES).hashCode());
        assertThat(Catalogs.of(NOTES).toString().lines())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("notes_pkey", "PRIMARY KEY (id)"));
    }

    @Test
    void among_constraints_those_that_need_others_come_last() {
        assertThat(objects(
                        "table t\nconstraint t.a | contype: f | definition: FOREIGN KEY\nconstraint t.b | contype: u | definition: UNIQUE",
                        "table t"))
                .containsExactly("constraint t.b", "constraint t.a");
    }

    private static List<Difference> compare(String expected, String found) {
        return CatalogComparison.of(Catalogs.of(expected), Catalogs.of(found));
    }

    private static List<String> fixes(String expected, String found) {
        return compare(expected, found).stream()
                .flatMap(difference -> difference.fix().stream())
                .toList();
    }

    private static List<String> objects(String expected, String found) {
        return compare(expected, found).stream().map(Difference::object).toList();
    }
}
