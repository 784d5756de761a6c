package com.acme.dashboard.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class RowValuesTest extends StudioRowsIntegrationTest {

    @Test
    void shows_the_beginning_of_a_long_value_and_all_of_it_on_demand() {
        run(
                "update \"studio test\".things set json = json_build_object('text', repeat('ä', 5000)), bytes = repeat('x', 500)::bytea"
                        + " where id = 1");
        var row = page(RowQuery.all(THINGS)).getFirst();
        var json = Objects.requireNonNull(row.cells().get(8));
        var bytes = Objects.requireNonNull(row.cells().get(10));

        assertThat(json.cut()).isTrue();
        assertThat(json.text()).hasSize(Cell.LENGTH);
        assertThat(bytes.cut()).isTrue();
        var full = rows.value(shape(THINGS), RowQuery.all(THINGS), row, "json").orElseThrow();
        assertThat(full.text()).startsWith("{\n    \"text\": \"ä").hasSize((int) full.length());
        assertThat(full.cut()).isFalse();
        assertThat(rows.value(shape(THINGS), RowQuery.all(THINGS), row, "bytes")
                        .orElseThrow()
                        .text())
                .isEqualTo("78".repeat(500));
    }

    @Test
    void json_is_laid_out_with_all_that_was_written() {
        run("""
                update "studio test".things set json = '{"b":1.0,"a":[1e2,"\\u0000ä/"],"b":-0}', jsonb = '{"b":[1,{}]}' where id = 1
                """);
        var row = page(RowQuery.all(THINGS)).getFirst();

        assertThat(full(row, "json")).isEqualTo("""
                {
                    "b": 1.0,
                    "a": [
                        1e2,
                        "\\u0000ä/"
                    ],
                    "b": -0
                }""");
        assertThat(full(row, "jsonb")).startsWith("{\n    \"b\": [\n        1,");
    }

    @Test
    void json_that_is_nested_too_deep_to_be_laid_out_is_shown_as_it_is() {
        run("update \"studio test\".things set json = (repeat('[', 2000) || repeat(']', 2000))::json where id = 1");

        assertThat(full(page(RowQuery.all(THINGS)).getFirst(), "json")).isEqualTo("[".repeat(2000) + "]".repeat(2000));
    }
}
