package com.acme.dashboard.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
@WithMockUser(roles = StudioPermission.ROLE)
class StudioReferencesTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private StudioCatalog catalog;

    @Autowired
    private StudioReferences references;

    @BeforeEach
    void make_tables() {
        database.sql("""
                        create schema "ref test";
                        create table "ref test".orders (shop integer, number integer, buyer text, password text,
                                                        primary key (number, shop));
                        create table "ref test".lines (id integer primary key, shop integer, "order number" integer,
                            foreign key (shop, "order number") references "ref test".orders (shop, number));
                        create table "ref test".notes (id integer primary key, word text unique,
                            about integer references "ref test".lines);
                        insert into "ref test".orders values (1, 10, 'Ada', 'secret'), (2, 10, 'Grace', 'secret'), (1, 9, 'Ada', 'x')
                        """).update();
    }

    @AfterEach
    void drop_tables() {
        database.sql("drop schema \"ref test\" cascade").update();
    }

    @Test
    void a_row_is_found_by_all_its_values_and_its_words_but_not_by_a_password() {
        var key = keyOf("lines");

        assertThat(find(key, "")).containsExactly("1 9 Ada", "1 10 Ada", "2 10 Grace");
        assertThat(find(key, "grace")).containsExactly("2 10 Grace");
        assertThat(find(key, "1 10")).containsExactly("1 10 Ada");
        assertThat(find(key, "secret")).isEmpty();
        assertThat(references.find(key, "", 1, 1)).containsExactly(new Reference(List.of("1", "10"), "Ada"));
    }

    @Test
    void the_hash_of_a_password_is_no_word() {
        database.sql(
                        "update \"ref test\".orders set buyer = '$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'")
                .update();

        assertThat(find(keyOf("lines"), "1 9")).containsExactly("1 9 " + SecretColumns.MASK);
    }

    @Test
    void a_row_without_words_is_found_by_its_value() {
        database.sql("insert into \"ref test\".lines values (4711)").update();

        assertThat(find(keyOf("notes"), "471")).containsExactly("4711 ");
    }

    @Test
    @WithMockUser(roles = "USER")
    void is_closed_to_those_without_the_permission() {
        var key = new ForeignKey(
                "k", new TableName("ref test", "a"), List.of("b"), new TableName("public", "users"), List.of("id"));

        assertThatThrownBy(() -> references.find(key, "", 0, 1)).isInstanceOf(AccessDeniedException.class);
    }

    private List<String> find(ForeignKey key, String text) {
        return references.find(key, text, 0, 10).stream()
                .map(found -> String.join(" ", found.values()) + " " + found.words())
                .toList();
    }

    private ForeignKey keyOf(String table) {
        return catalog.shape(new TableName("ref test", table))
                .orElseThrow()
                .references()
                .getFirst();
    }
}
