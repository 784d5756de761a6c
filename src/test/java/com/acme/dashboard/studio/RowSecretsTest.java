package com.acme.dashboard.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSecretsTest extends StudioRowsIntegrationTest {

    private static final String HASH = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    @Test
    void finds_no_password() {
        var users = new TableName("public", "users");
        var row = page(RowQuery.all(users)).getFirst();

        assertThat(row.cells().toString()).doesNotContain("$2");
        assertThat(rows.value(shape(users), RowQuery.all(users), row, "password"))
                .isEmpty();
        var guess = List.of(new ColumnFilter("password", Operator.BEGINS, "no hash begins like this"));
        assertThat(page(RowQuery.all(users).with(guess))).hasSize(2);
    }

    @Test
    void a_hash_under_another_name_or_within_a_text_is_masked() {
        run("create view \"studio test\".renamed as select email, password as p from users");
        run("update \"studio test\".things set name = null, json = json_build_object('old', '%s') where id = 1"
                .formatted(HASH));
        run("alter table \"studio test\".things alter name type text");
        run("update \"studio test\".things set name = repeat('-', 190) || '%s' where id = 2".formatted(HASH));
        var renamed = new TableName("studio test", "renamed");

        var hashes = page(RowQuery.all(renamed)).stream().map(row -> row.cells().get(1));
        assertThat(hashes).hasSize(2).containsOnly(new Cell(SecretColumns.MASK, false));
        var row = page(RowQuery.all(renamed)).getFirst();
        assertThat(rows.value(shape(renamed), RowQuery.all(renamed), row, "p"))
                .contains(new FullValue(SecretColumns.MASK, 8));
        var things = page(RowQuery.all(THINGS));
        assertThat(texts(things.get(1)).get(1)).isEqualTo("-".repeat(190) + SecretColumns.MASK);
        assertThat(full(things.get(1), "name")).isEqualTo("-".repeat(190) + SecretColumns.MASK);
        assertThat(full(things.getFirst(), "json"))
                .isEqualTo("{\n    \"old\": \"%s\"\n}".formatted(SecretColumns.MASK));
    }

    @Test
    void a_hash_that_is_kept_as_bytes_is_masked() {
        run("update \"studio test\".things set bytes = 'before%s'::bytea where id = 1".formatted(HASH));

        var things = page(RowQuery.all(THINGS));

        var before = HexFormat.of().formatHex("before".getBytes(StandardCharsets.US_ASCII));
        assertThat(texts(things.getFirst()).get(10)).endsWith(before + SecretColumns.MASK);
        assertThat(full(things.getFirst(), "bytes")).endsWith(before + SecretColumns.MASK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"encrypted_password", "password_digest", "hashed_password", "pwd", "PassWord"})
    void a_column_of_passwords_is_known_by_each_of_its_usual_names(String name) {
        run("alter table \"studio test\".things add \"%s\" text default 'open sesame'".formatted(name));

        var row = page(RowQuery.all(THINGS)).getFirst();

        assertThat(row.cells().getLast()).isNull();
        assertThat(rows.value(shape(THINGS), RowQuery.all(THINGS), row, name)).isEmpty();
    }
}
