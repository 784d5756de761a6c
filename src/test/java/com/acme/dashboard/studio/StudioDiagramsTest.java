package com.acme.dashboard.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.database.schema.Identifiers;
import com.acme.dashboard.studio.EntityDiagram.Entity;
import com.acme.dashboard.studio.EntityDiagram.EntityColumn;
import com.acme.dashboard.studio.EntityDiagram.Relationship;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

/** In two schemas of its own, whose names are as bad as PostgreSQL lets them be. */
@IntegrationTest
@WithMockUser(roles = StudioPermission.ROLE)
class StudioDiagramsTest {

    private static final String SCHEMA = "\"; drop schema public; --";
    private static final String LONGEST = "x".repeat(63);
    private static final TableName IMAGE = new TableName(SCHEMA, "<img src=x onerror=alert(1)>");
    private static final TableName LEG = new TableName(SCHEMA, "leg 🦊");

    @Autowired
    private JdbcClient database;

    @Autowired
    private StudioDiagrams diagrams;

    @BeforeEach
    void make_tables() {
        run("create schema " + quoted(SCHEMA));
        run("create schema diagram_empty");
        run("create table %s (a integer, b integer, primary key (a, b))".formatted(IMAGE.quoted()));
        run("""
                create table %1$s (
                    %2$s integer primary key, a integer not null, b integer not null, a2 integer, b2 integer,
                    up integer references %1$s, customer_id uuid unique references public.customers, note text,
                    constraint there foreign key (a, b) references %3$s,
                    constraint back foreign key (a2, b2) references %3$s)
                """.formatted(LEG.quoted(), quoted(LONGEST), IMAGE.quoted()));
    }

    @AfterEach
    void drop_tables() {
        run("drop schema %s cascade".formatted(quoted(SCHEMA)));
        run("drop schema diagram_empty cascade");
    }

    @Test
    void shows_tables_with_the_columns_of_their_keys_whatever_they_are_called() {
        var diagram = diagrams.diagram(DiagramQuery.of(SCHEMA));

        assertThat(diagram.tables()).containsExactly(IMAGE, LEG);
        assertThat(entity(diagram, LEG).columns())
                .extracting(EntityColumn::name, EntityColumn::type, EntityColumn::primary, EntityColumn::foreign)
                .containsExactly(
                        tuple(LONGEST, "integer", true, false),
                        tuple("a", "integer", false, true),
                        tuple("b", "integer", false, true),
                        tuple("a2", "integer", false, true),
                        tuple("b2", "integer", false, true),
                        tuple("up", "integer", false, true),
                        tuple("customer_id", "uuid", false, true),
                        tuple("note", "text", false, false));
    }

    @Test
    void knows_several_keys_of_several_columns_and_those_to_itself_and_to_other_schemas() {
        var diagram = diagrams.diagram(DiagramQuery.of(SCHEMA));

        assertThat(diagram.entities())
                .extracting(Entity::name)
                .containsExactly(IMAGE, LEG, new TableName("public", "customers"));
        assertThat(diagram.relationships())
                .extracting(
                        relationship -> relationship.key().name(),
                        relationship -> relationship.key().fromColumns(),
                        relationship -> relationship.key().to(),
                        Relationship::many,
                        Relationship::optional)
                .containsExactly(
                        tuple("back", List.of("a2", "b2"), IMAGE, true, true),
                        tuple(
                                "leg 🦊_customer_id_fkey",
                                List.of("customer_id"),
                                new TableName("public", "customers"),
                                false,
                                true),
                        tuple("leg 🦊_up_fkey", List.of("up"), LEG, true, true),
                        tuple("there", List.of("a", "b"), IMAGE, true, false));
    }

    @Test
    void knows_the_keys_between_tables_of_other_schemas_that_are_shown() {
        run("create table diagram_empty.whole (id integer primary key)");
        run("create table diagram_empty.part (id integer primary key references diagram_empty.whole)");
        run(
                "create table %s.both (whole integer references diagram_empty.whole, part integer references diagram_empty.part)"
                        .formatted(quoted(SCHEMA)));

        assertThat(diagrams.diagram(DiagramQuery.of(SCHEMA)).relationships())
                .extracting(relationship -> relationship.key().name())
                .contains("part_id_fkey");
    }

    @Test
    void takes_a_domain_that_allows_no_null_for_what_it_is() {
        run("create domain diagram_empty.needed as integer not null");
        run("create table diagram_empty.whole (id integer primary key)");
        run("create table diagram_empty.part (id diagram_empty.needed references diagram_empty.whole)");

        assertThat(diagrams.diagram(DiagramQuery.of("diagram_empty")).relationships())
                .extracting(Relationship::optional)
                .containsExactly(false);
    }

    @Test
    void shows_a_table_among_what_it_is_tied_to_from_either_side() {
        assertThat(diagrams.diagram(DiagramQuery.around(IMAGE)).entities())
                .extracting(Entity::name)
                .containsExactly(IMAGE, LEG);
        assertThat(diagrams.diagram(DiagramQuery.around(new TableName("public", "customers")))
                        .entities())
                .extracting(Entity::name)
                .containsExactly(LEG, new TableName("public", "customers"), new TableName("public", "invoices"));
    }

    @Test
    void passes_over_what_does_not_exist() {
        var diagram = diagrams.diagram(new DiagramQuery("diagram_empty", "nothing", true, null));

        assertThat(diagram.schema()).isEqualTo("public");
        assertThat(diagram.focus()).isNull();
        assertThat(diagram.neighbours()).isFalse();
    }

    @Test
    void takes_the_parts_of_a_partitioned_table_for_the_whole() {
        var whole = new TableName("diagram_empty", "whole");
        var part = new TableName(SCHEMA, "part 1");
        run("create table %s (day date) partition by range (day)".formatted(whole.quoted()));
        run("create table %s partition of %s for values from ('2024-01-01') to ('2025-01-01')"
                .formatted(part.quoted(), whole.quoted()));

        assertThat(diagrams.diagram(DiagramQuery.of("diagram_empty")).tables()).containsExactly(whole);
        assertThat(diagrams.diagram(DiagramQuery.of(SCHEMA)).tables()).doesNotContain(part);
        var around = diagrams.diagram(DiagramQuery.around(part));
        assertThat(around.focus()).isEqualTo(whole);
        assertThat(around.schema()).isEqualTo("diagram_empty");
        assertThat(around.entities()).extracting(Entity::name).containsExactly(whole);
    }

    @Test
    void knows_which_keys_of_several_columns_no_two_rows_share() {
        run("create table diagram_empty.whole (a integer, b integer, primary key (a, b))");
        var keys = "a integer, b integer, c integer, foreign key (a, b) references diagram_empty.whole";
        run("create table diagram_empty.one_pair (%s, unique (b, a))".formatted(keys));
        run("create table diagram_empty.one_of_them (%s, unique (b))".formatted(keys));
        run("create table diagram_empty.with_another (%s, unique (a, b, c))".formatted(keys));
        run("create table diagram_empty.at_times (%s)".formatted(keys));
        run("create unique index on diagram_empty.at_times (a, b) where c > 0");
        run("create table diagram_empty.beside (%s)".formatted(keys));
        run("create unique index on diagram_empty.beside (a, b) include (c)");

        assertThat(diagrams.diagram(DiagramQuery.of("diagram_empty")).relationships())
                .extracting(relationship -> relationship.key().from().name(), Relationship::many)
                .containsExactly(
                        tuple("at_times", true),
                        tuple("beside", false),
                        tuple("one_of_them", false),
                        tuple("one_pair", false),
                        tuple("with_another", true));
    }

    @Test
    void cuts_the_columns_of_a_very_wide_table_but_not_those_of_its_keys() {
        run("""
                do $$
                begin
                    execute 'create table diagram_empty.wide (' || (select string_agg('c' || n || ' text', ', ') from generate_series(1, 300) n) || ', id integer primary key)';
                end $$
                """);

        var wide = diagrams.diagram(DiagramQuery.of("diagram_empty")).entities().getFirst();

        assertThat(wide.columns()).hasSize(DiagramQueries.MOST_COLUMNS + 1);
        assertThat(wide.columns().getLast().name()).isEqualTo("id");
        assertThat(wide.hidden()).isEqualTo(300 - DiagramQueries.MOST_COLUMNS);
    }

    @Test
    void shows_fewer_columns_of_each_where_there_are_very_many_tables() {
        run("""
                do $$
                begin
                    for n in 1..250 loop
                        execute format('create table diagram_empty.t%s (id integer primary key, %s)', n,
                                       (select string_agg('c' || m || ' text', ', ') from generate_series(1, 19) m));
                    end loop;
                end $$
                """);

        var entities = diagrams.diagram(new DiagramQuery("diagram_empty", null, false, DiagramDetail.ALL))
                .entities();

        assertThat(entities).hasSize(250).allSatisfy(entity -> {
            assertThat(entity.columns()).hasSize(DiagramQueries.MOST_COLUMNS_TOGETHER / 250);
            assertThat(entity.columns().size() + entity.hidden()).isEqualTo(20);
        });
    }

    @Test
    void shows_three_hundred_tables_with_the_columns_of_their_keys() {
        makeTables(300);

        var diagram = diagrams.diagram(DiagramQuery.of("diagram_empty"));

        assertThat(diagram.detail()).isEqualTo(DiagramDetail.KEYS);
        assertThat(diagram.entities()).hasSize(300);
        assertThat(diagram.relationships()).hasSize(299);
        assertThat(entity(diagram, new TableName("diagram_empty", "t300")).columns())
                .extracting(EntityColumn::name)
                .containsExactly("id", "parent");
        assertThat(diagrams.diagram(new DiagramQuery("diagram_empty", null, false, DiagramDetail.ALL))
                        .entities())
                .allSatisfy(entity -> assertThat(entity.columns()).hasSize(3));
    }

    @Test
    void of_too_many_tables_shows_those_with_the_most_keys_and_the_one_that_it_is_about() {
        makeTables(StudioDiagrams.MOST_TABLES);
        run("create table diagram_empty.a_lonely_one (id integer)");
        run("create table diagram_empty.a_lonely_one_too (id integer)");

        var diagram = diagrams.diagram(new DiagramQuery("diagram_empty", "a_lonely_one_too", false, null));

        assertThat(diagram.leftOut()).isEqualTo(2);
        assertThat(diagram.entities())
                .hasSize(StudioDiagrams.MOST_TABLES)
                .extracting(entity -> entity.name().name())
                .contains("a_lonely_one_too", "t1")
                .doesNotContain("a_lonely_one");
    }

    @Test
    @WithMockUser(roles = "USER")
    void is_closed_to_those_without_the_permission() {
        assertThatThrownBy(() -> diagrams.diagram(DiagramQuery.of(null))).isInstanceOf(AccessDeniedException.class);
    }

    /** Each but the first names another one. */
    private void makeTables(int number) {
        run("""
                do $$
                begin
                    create table diagram_empty.t1 (id integer primary key, parent integer, note text);
                    for n in 2..%d loop
                        execute format(
                            'create table diagram_empty.t%%s (id integer primary key, parent integer references diagram_empty.t%%s, note text)',
                            n, n / 2);
                    end loop;
                end $$
                """.formatted(number));
    }

    private static Entity entity(EntityDiagram diagram, TableName table) {
        return diagram.entities().stream()
                .filter(entity -> entity.name().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private static String quoted(String name) {
        return Identifiers.quote(name);
    }

    private void run(String sql) {
        database.sql(sql).update();
    }
}
