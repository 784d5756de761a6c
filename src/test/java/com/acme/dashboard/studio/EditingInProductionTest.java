package com.acme.dashboard.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.AdjustableClock;
import com.acme.dashboard.ProductionTest;
import com.acme.dashboard.database.RestrictedDatabase;
import com.acme.dashboard.studio.sql.SqlLimits;
import com.acme.dashboard.studio.sql.SqlMode;
import com.acme.dashboard.studio.sql.SqlRefused;
import com.acme.dashboard.studio.sql.SqlRuns;
import com.acme.dashboard.studio.sql.SqlText;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@ProductionTest
class EditingInProductionTest {

    private static final TableName TODOS = new TableName("public", "todos");

    @Autowired
    private EditingPermit permit;

    @Autowired
    private StudioEdits edits;

    @Autowired
    private StudioCatalog catalog;

    @Autowired
    private SqlRuns sql;

    @Autowired
    private AdjustableClock clock;

    @Autowired
    private DataSource dataSource;

    @BeforeEach
    void sign_in() {
        signIn("ada@acme.test", "ROLE_STUDIO");
    }

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void nothing_is_changed_without_a_reason() {
        assertThat(permit.current()).isEqualTo(new EditingState.Off(Duration.ofMinutes(15)));

        assertThatThrownBy(() -> edits.apply(TODOS, List.of(todo("Sneaked in"))))
                .isInstanceOf(EditingRefused.class);
        assertThat(count("select count(*) from todos where title = 'Sneaked in'"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void the_reason_is_not_blank(String reason) {
        assertThatThrownBy(() -> permit.begin(reason)).isInstanceOf(IllegalArgumentException.class);
        assertThat(permit.current().allowed()).isFalse();
    }

    @Test
    void the_reason_is_written_down_and_so_is_each_change() {
        var reason = "Ticket " + UUID.randomUUID();
        permit.begin(reason);

        assertThat(edits.apply(TODOS, List.of(todo("Fixed by hand")))).isEqualTo(new EditOutcome.Applied(1));

        assertThat(audit("kind = 'permit' and reason = '%s'".formatted(reason)))
                .containsExactly(
                        "ada@acme.test editing on until " + clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(audit("kind = 'edit' and parameters = '[\"Fixed by hand\"]' and rows = 1"))
                .contains(
                        "ada@acme.test insert into \"public\".\"todos\" (\"title\")\nvalues (cast(? as character varying))");
    }

    @Test
    void sql_changes_nothing_without_a_reason_and_is_written_down_with_one() {
        var insert = "insert into todos (title) values ('By SQL')";
        var changing = new SqlMode(true, false, SqlLimits.TIMEOUTS.getFirst());
        assertThatThrownBy(() -> sql.prepare(SqlText.split(insert), changing))
                .isInstanceOfSatisfying(
                        SqlRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(SqlRefused.Reason.NO_PERMIT));

        permit.begin("For once");
        sql.prepare(SqlText.split(insert), changing).execute(_ -> {});

        assertThat(count("select count(*) from todos where title = 'By SQL'")).isEqualTo(1);
        assertThat(audit("kind = 'sql' and rows = 1")).containsExactly("ada@acme.test " + insert);
    }

    @Test
    void what_the_role_of_the_application_may_only_read_is_not_editable() {
        var notices = new TableName("public", "notices");
        RestrictedDatabase.run("""
                create table notices (id integer primary key, words text);
                revoke all on notices from %s;
                grant select on notices to %s
                """);
        try {
            permit.begin("For once");

            assertThat(edits.hindrance(catalog.shape(notices).orElseThrow())).contains(EditHindrance.NO_RIGHT);
            assertThatThrownBy(() -> edits.apply(
                            notices, List.of(new RowEdit.Insert(List.of(new Assignment("words", "Hello"))))))
                    .isInstanceOf(IllegalArgumentException.class);
        } finally {
            RestrictedDatabase.run("drop table notices");
        }
    }

    @Test
    void editing_ends_by_itself() {
        assertThat(permit.begin("For a while"))
                .isEqualTo(new EditingState.Until(clock.instant().plus(Duration.ofMinutes(15))));
        clock.advance(Duration.ofMinutes(15));

        assertThat(permit.current().allowed()).isFalse();
        assertThatThrownBy(() -> edits.apply(TODOS, List.of(todo("Too late")))).isInstanceOf(EditingRefused.class);
    }

    @Test
    void editing_is_ended_by_hand_and_that_is_written_down_too() {
        permit.begin("For a while");

        assertThat(permit.end().allowed()).isFalse();
        assertThat(permit.current().allowed()).isFalse();
        assertThat(audit("kind = 'permit' order by id desc limit 1")).containsExactly("ada@acme.test editing off");
    }

    @Test
    void another_session_of_the_same_person_stays_read_only() {
        permit.begin("For a while");

        signIn("ada@acme.test", "ROLE_STUDIO");

        assertThat(permit.current().allowed()).isFalse();
    }

    @Test
    void those_without_the_permission_switch_nothing_on() {
        signIn("user@acme.test", "ROLE_USER");

        assertThatThrownBy(() -> permit.begin("Curious")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> edits.apply(TODOS, List.of(todo("No")))).isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update studio_audit set actor = 'somebody else'",
                "delete from studio_audit",
                "truncate studio_audit",
                "alter table studio_audit disable trigger all",
                "drop table studio_audit"
            })
    void the_role_of_the_application_takes_nothing_back(String sql) {
        assertThatThrownBy(() -> JdbcClient.create(dataSource).sql(sql).update())
                .isInstanceOf(BadSqlGrammarException.class)
                .hasStackTraceContaining("studio_audit");
    }

    private static RowEdit todo(String title) {
        return new RowEdit.Insert(List.of(new Assignment("title", title)));
    }

    private static void signIn(String name, String authority) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(name, null, authority));
    }

    private List<String> audit(String condition) {
        return JdbcClient.create(dataSource)
                .sql("select actor || ' ' || statement from studio_audit where " + condition)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private long count(String sql) {
        return JdbcClient.create(dataSource).sql(sql).query(Long.class).single();
    }
}
