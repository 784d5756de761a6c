package com.acme.dashboard.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StudioEditConflictsTest extends StudioEditsIntegrationTest {

    @Autowired
    private DataSource dataSource;

    @Test
    void the_second_of_two_people_is_told_what_the_row_is_now() {
        var asRead = identity(THINGS, 2);
        run("update \"edit test\".things set name = 'dos' where id = 2");

        var outcome = apply(change(1, "name", "uno"), change(asRead, "mood", "happy"));

        assertThat(outcome).isInstanceOfSatisfying(EditOutcome.Conflict.class, conflict -> {
            assertThat(conflict.edit()).isEqualTo(1);
            assertThat(Objects.requireNonNull(conflict.now()).cells().get(1)).isEqualTo(new Cell("dos", false));
        });
        assertThat(value("select name from \"edit test\".things where id = 1")).isEqualTo("one");
        assertThat(apply(change(identity(THINGS, 2), "mood", "happy"))).isEqualTo(new EditOutcome.Applied(1));
    }

    @Test
    void a_row_that_somebody_deleted_meanwhile_has_gone() {
        var asRead = identity(THINGS, 2);
        run("delete from \"edit test\".things where id = 2");

        assertThat(apply(new RowEdit.Delete(asRead))).isEqualTo(new EditOutcome.Conflict(0, null));
    }

    @Test
    void a_row_is_not_taken_for_others_where_its_table_has_lost_the_key_that_named_it() {
        var asRead = identity(THINGS, 2);
        run("alter table \"edit test\".things drop constraint things_pkey cascade");

        assertThat(apply(new RowEdit.Delete(asRead))).isEqualTo(new EditOutcome.Conflict(0, null));
        assertThat(value("select count(*) from \"edit test\".things")).isEqualTo("3");

        run("alter table \"edit test\".things alter column on_sale set default true, add primary key (id, on_sale)");
        assertThat(apply(new RowEdit.Delete(asRead))).isEqualTo(new EditOutcome.Conflict(0, null));
    }

    @Test
    void who_waits_in_vain_for_somebody_elses_lock_is_told() throws SQLException {
        var edit = change(1, "name", "mine");
        try (var other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            try (var lock = other.createStatement()) {
                lock.execute("select from \"edit test\".things where id = 1 for update");
            }

            assertThat(apply(change(2, "name", "also"), edit)).isEqualTo(new EditOutcome.Locked());
            other.rollback();
        }
        assertThat(values("select name from \"edit test\".things order by id")).containsExactly("one", "two", "three");
        assertThat(apply(edit)).isEqualTo(new EditOutcome.Applied(1));
    }
}
