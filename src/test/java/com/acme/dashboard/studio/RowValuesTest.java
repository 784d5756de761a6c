package com.acme.dashboard.studio;

import static com.acme.dashboard.studio.ReadThings.THINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
@WithMockUser(roles = StudioPermission.ROLE)
class RowValuesTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private StudioCatalog catalog;

    @Autowired
    private StudioRows rows;

    private ReadThings things;

    @BeforeEach
    void make_tables() {
        things = new ReadThings(database, catalog, rows);
        things.make();
    }

    @AfterEach
    void drop_tables() {
        things.drop();
    }

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

    private String full(Row row, String column) {
        return things.full(row, column);
    }

    private List<Row> page(RowQuery query) {
        return things.page(query);
    }

    private TableShape shape(TableName table) {
        return things.shape(table);
    }

    private void run(String sql) {
        things.run(sql);
    }
}
