package com.acme.dashboard.studio.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.studio.SecretColumns;
import com.acme.dashboard.studio.StudioPermission;
import com.acme.dashboard.studio.sql.SqlRefused.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
@WithMockUser(roles = StudioPermission.ROLE)
class SqlSecretsTest {

    @Autowired
    private SqlRuns runs;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void hideTheColumnBehindOtherNames() {
        jdbc.sql("create view renamed as select id, email, password as p from users")
                .update();
        jdbc.sql("create view shifted as select substr(d, 1) as q from users as u (a, b, c, d)")
                .update();
    }

    @AfterEach
    void drop() {
        jdbc.sql("drop view renamed, shifted").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from users",
                "table users",
                "select u.* from users u order by email limit 1",
                "select * from users union all select * from users",
                "select x.* from (select * from users) x(a, b, c, d)",
                "select * from renamed",
                "select p as harmless from renamed",
                "(select * from users)",
                "select id, password from users",
                "select u.\"password\" as harmless, u.email from public.users u where email like '%'"
            })
    void a_password_among_the_columns_is_masked(String statement) {
        var result = run(statement).getFirst();

        assertThat(Results.rows(result).columns()).anyMatch(ResultColumn::secret);
        assertThat(values(result)).contains(SecretColumns.MASK).noneMatch(text -> text.startsWith("$2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select upper(password) from users",
                "select password || '' from users",
                "select password, password from users",
                "select distinct password from users",
                "select array[id::text, password] from users",
                "select password from users order by 1",
                "select password from users intersect select '$2a$10$a'",
                "select password as x into temp kept from users",
                "select v.x from users, lateral (values (password), ('a')) v(x)",
                "with x as (select password from users) select * from x",
                "explain analyze select password from users",
                "select email from users where \"password\" like '$2a$10$a%'",
                "select substr(u.password, 2) from users u",
                "update users set password = 'x'",
                "alter user postgres password 'x'",
                "do $$ begin raise notice '%', (select min(password) from users); end $$"
            })
    void a_statement_that_names_one_is_refused(String statement) {
        assertRefused(statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select substr(p, 2) from renamed",
                "select md5(p) from renamed",
                "select email from renamed where p like '$2a$10$a%'",
                "select email from renamed order by p",
                "select max(p) from renamed",
                "select p || '' from renamed",
                "select substr(d, 2) from users as u(a, b, c, d)",
                "select lower(email) from public.\"users\" u(a, b, c, email)",
                "select substr(q, 2) from shifted",
                "with x(a, b, c, d) as materialized (select * from users) select substr(d, 2) from x",
                "with x(a, b, c, d) as materialized (select * from users) select d from x",
                "select substr((select d from users as u(a, b, c, d) limit 1), 2)",
                "select substr(x.d, 2) from (select * from users offset 0) x(a, b, c, d)",
                "select substr(d, 2) from (select * from users union select * from users) x(a, b, c, d)",
                "select substr(d, 2) from (select * from users union all select * from users) x(a, b, c, d)",
                "select u from users u",
                "select u::text from users u",
                "select to_jsonb(u) from users u",
                "select substr(to_jsonb(u)::text, 100) from users u",
                "select string_agg(u::text, '') from users u",
                "select r.* from users u, jsonb_each_text(to_jsonb(u)) r",
                "select array(select substr(u::text, 60) from users u)",
                "select U&\"passw\\006frd\" || '' from users",
                "declare c cursor for select p from renamed; fetch all from c"
            })
    void one_that_computes_with_it_under_another_name_is_refused(String statement) {
        assertRefused(statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select query_to_xml('select * from users', true, true, '')::text",
                "select table_to_xml('users', true, true, '')::text",
                "select most_common_vals::text, histogram_bounds::text from pg_stats where tablename = 'users'",
                "select array_agg(h) from (select '$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy' h) x"
            })
    void a_hash_that_comes_out_all_the_same_is_masked(String statement) {
        // Without them the server would have nothing to tell of the values in a column.
        jdbc.sql("analyze users").update();

        assertThat(String.join("\n", values(run(statement).getFirst())))
                .contains(SecretColumns.MASK)
                .doesNotContainPattern("\\$2[aby]\\$");
    }

    @Test
    void a_hash_in_an_error_is_masked() {
        var failure =
                catchThrowable(() -> run("select query_to_xml('select * from users', true, true, '')::text::int"));

        assertThat(failure).isInstanceOf(SqlFailed.class);
        assertThat(failure.getMessage()).contains(SecretColumns.MASK).doesNotContain("$2a$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select name, email from users order by name",
                "select count(*) from users",
                "select u.name, t.title from users u cross join todos t order by u.name, t.title",
                "select to_jsonb(t) from todos t",
                "select title from todos where title <> 'password'",
                "with x as materialized (select name from users) select * from x",
                "select name from users where id in (select id from users where email like '%')"
            })
    void what_has_nothing_to_do_with_one_runs(String statement) {
        assertThat(Results.rows(run(statement).getFirst()).rows()).isNotEmpty();
    }

    private void assertRefused(String statement) {
        assertThat(catchThrowable(() -> run(statement)))
                .isInstanceOfSatisfying(
                        SqlRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.SECRET));
    }

    private List<StatementResult> run(String text) {
        var results = new ArrayList<StatementResult>();
        runs.prepare(SqlText.split(text), SqlModes.reading()).execute(results::add);
        return results;
    }

    private static List<String> values(StatementResult result) {
        return Results.rows(result).rows().stream()
                .flatMap(row -> row.values().stream())
                .map(ResultValue::text)
                .filter(Objects::nonNull)
                .toList();
    }
}
