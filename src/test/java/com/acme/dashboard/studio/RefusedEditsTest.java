package com.acme.dashboard.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedEditsTest extends StudioEditsIntegrationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id       |      | null value in column",
                "on_sale  |      | null value in column",
                "name     | two  | Key (name)=(two) already exists.",
                "name     | larger | value too long for type character varying(5)",
                "price    | -1   | violates check constraint",
                "price    | 123456 | numeric field overflow",
                "price    | much | invalid input syntax for type numeric",
                "mood     | so-so | invalid input value for enum",
                "share    | 101  | violates check constraint",
                "day      | 2024-13-01 | out of range",
                "jsonb    | {a}  | invalid input syntax for type json",
                "tags     | x    | malformed array literal",
                "parent   | 99   | Key (parent)=(99) is not present in table",
            })
    void what_the_database_refuses_is_said_at_the_column(String column, @Nullable String text, String words) {
        var outcome = apply(change(3, "bytes", "\\x01"), change(1, column, text));

        assertThat(outcome).isInstanceOfSatisfying(EditOutcome.Rejected.class, rejected -> {
            assertThat(rejected.edit()).isEqualTo(1);
            assertThat(rejected.column()).isEqualTo(column);
            assertThat(rejected.message()).contains(words);
        });
        assertThat(value("select bytes from \"edit test\".things where id = 3")).isNull();
        assertThat(value("select count(*) from studio_audit")).isEqualTo("0");
    }

    @Test
    void a_row_that_others_refer_to_stays() {
        apply(change(1, "parent", "2"));

        assertThat(apply(new RowEdit.Delete(identity(THINGS, 2))))
                .isInstanceOfSatisfying(EditOutcome.Rejected.class, rejected -> {
                    assertThat(rejected.column()).isNull();
                    assertThat(rejected.message()).contains("is still referenced from table \"things\"");
                });
    }

    @Test
    void constraints_that_are_checked_at_the_end_are_checked_for_all_changes_together() {
        run("""
                create table "edit test".places (id integer primary key, place integer,
                    constraint places_unique unique (place) deferrable initially deferred);
                insert into "edit test".places values (1, 1), (2, 2)
                """);
        var places = new TableName("edit test", "places");
        var first = identity(places, 1);
        var second = identity(places, 2);

        assertThat(edits.apply(places, List.of(change(first, "place", "2"))))
                .isInstanceOfSatisfying(EditOutcome.Rejected.class, rejected -> {
                    assertThat(rejected.edit()).isNull();
                    assertThat(rejected.message()).contains("Key (place)=(2) already exists.");
                });
        assertThat(edits.apply(places, List.of(change(first, "place", "2"), change(second, "place", "1"))))
                .isEqualTo(new EditOutcome.Applied(2));
    }

    @Test
    void a_text_that_is_too_long_for_a_domain_is_refused_and_not_cut() {
        run("create domain \"edit test\".short as varchar(3)");
        run("create domain \"edit test\".upper as \"edit test\".short check (value = upper(value))");
        run("alter table \"edit test\".things add column label \"edit test\".upper");

        assertThat(apply(change(1, "label", "ABCDEF")))
                .isInstanceOfSatisfying(
                        EditOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message()).contains("too long"));
        assertThat(edits.problems(shape(THINGS), List.of(new Assignment("label", "abc"))))
                .hasEntrySatisfying("label", words -> assertThat(words).contains("violates check constraint"));
        assertThat(apply(change(1, "label", "ABC"))).isEqualTo(new EditOutcome.Applied(1));
    }

    @Test
    void what_is_refused_tells_no_password() {
        run("update \"edit test\".things set password = 'very secret'");
        run("alter table \"edit test\".things add constraint one_password exclude (password with =) where (id < 0)");

        assertThat(apply(change(1, "price", "-1")))
                .isInstanceOfSatisfying(
                        EditOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message()).doesNotContain("very secret"));
        assertThat(apply(change(1, "id", "-1"), change(2, "id", "-2")))
                .isInstanceOfSatisfying(
                        EditOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message())
                                .contains("one_password")
                                .doesNotContain("very secret"));
    }
}
