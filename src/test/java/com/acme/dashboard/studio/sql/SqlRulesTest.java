package com.acme.dashboard.studio.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.studio.SecretColumns;
import com.acme.dashboard.studio.sql.SqlRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which statements are sent to no database, by their words alone. */
class SqlRulesTest {

    private final SqlRules rules = new SqlRules(new PasswordRules(new SecretColumns()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "begin                                    | TRANSACTION | BEGIN",
                "(((commit)))                             | TRANSACTION | COMMIT",
                "select 1; rollback                       | TRANSACTION | ROLLBACK",
                "vacuum                                   | NOT_HERE    | VACUUM",
                "copy users to program 'sh'               | NOT_HERE    | COPY",
                "listen a                                 | NOT_HERE    | LISTEN",
                "1                                        | NOT_HERE    | SQL",
                "set role acme_owner                      | SESSION     | SET",
                "set local role acme_owner                | SESSION     | SET",
                "set session authorization acme_owner     | SESSION     | SET",
                "set session \"Role\" to acme_owner     | SESSION     | SET",
                "reset role                               | SESSION     | RESET",
                "set transaction read write               | SESSION     | SET",
                "set default_transaction_read_only = off  | SESSION     | SET",
                "do 'begin copy users to program ''sh''; end'  | NOT_HERE  | COPY",
                "do $$ begin execute format('copy %I to program ''sh''', 'users'); end $$ | NOT_HERE | COPY",
                "do $$ <<a>> begin case 1 when 1 then copy users to '/x'; end case; end $$ | NOT_HERE | COPY",
                "do $$ begin set local role acme_owner; end $$     | SESSION | SET",
                "do $$ begin if true then reset role; end if; end $$ | SESSION | RESET",
                "do $$ begin execute 'set session authorization acme_owner'; end $$ | SESSION | SET",
                "select set_config('role', 'acme_owner', true)     | SESSION | SET_CONFIG",
                "select pg_catalog.\"set_config\"('Transaction_Read_Only'::text, 'off', true) | SESSION | SET_CONFIG",
                "select set_config(new_value => 'x', setting_name => 'role', is_local => true) | SESSION | SET_CONFIG",
                "do $$ begin perform set_config('role', 'acme_owner', true); end $$ | SESSION | SET_CONFIG",
                "select id from users where password = 1  | SECRET      | password",
                "select upper(\"Password\") from users     | SECRET      | Password",
                "select u.password_hash + 1 from users u   | SECRET      | password_hash",
                "select password, password from users     | SECRET      | password",
            })
    void refused_is_what_would_get_out_of_the_run_or_at_a_password(String sql, Reason reason, String words) {
        assertThatThrownBy(() -> rules.check(SqlText.split(sql), true))
                .isInstanceOfSatisfying(SqlRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.words()).isEqualTo(words);
                    assertThat(refused.statement()).isEqualTo(SqlText.split(sql).getLast());
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "select password from users",
                "select u.password_hash as secret from users u",
                "(select 1) union (select 2)",
                "select 'commit', 'password', role from users",
                "set statement_timeout = 0",
                "set local search_path to public",
                "set session search_path to public",
                "set",
                "reset all",
                "update users set role = 'USER'",
                "select passwords_changed from users",
                "select set_config('search_path', 'role', true)",
                "do $$ begin set local search_path to public; update users set role = 'USER'; end $$",
                "do $$ declare copy int; begin raise notice 'copy'; end $$",
            })
    void everything_else_is_the_servers_to_judge(String sql) {
        assertThatCode(() -> rules.check(SqlText.split(sql), true)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do $$ begin execute 'lo' || 'ck table invoices'; end $$",
                "do $$ begin execute 'co' || 'py (select 1) to program ''sh'''; end $$",
                "do $$ begin raise notice '%', (select string_agg(u::text, ' ') from users u); end $$",
                "select 1; CALL tidy_up()",
            })
    void programs_are_run_only_by_what_may_change_something(String sql) {
        assertThatThrownBy(() -> rules.check(SqlText.split(sql), false))
                .isInstanceOfSatisfying(
                        SqlRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.PROGRAM));
        assertThatCode(() -> rules.check(SqlText.split(sql), true)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lock table invoices in access exclusive mode",
                "select 1; LOCK invoices",
                "do $$ begin lock table invoices; end $$",
                "do $$ begin if true then execute 'lock table invoices'; end if; end $$",
            })
    void tables_are_locked_only_by_what_may_change_them(String sql) {
        assertThatThrownBy(() -> rules.check(SqlText.split(sql), false))
                .isInstanceOfSatisfying(SqlRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.LOCK);
                    assertThat(refused.words()).isEqualTo("LOCK");
                });
        assertThatCode(() -> rules.check(SqlText.split(sql), true)).doesNotThrowAnyException();
    }

    @Test
    void there_is_at_least_one_statement_and_no_more_than_a_run_takes() {
        assertThatThrownBy(() -> rules.check(SqlText.split("-- nothing;\n;"), true))
                .isInstanceOfSatisfying(
                        SqlRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.EMPTY));
        assertThatCode(() -> rules.check(SqlText.split("select 1;".repeat(SqlLimits.STATEMENTS)), true))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> rules.check(SqlText.split("select 1;".repeat(SqlLimits.STATEMENTS + 1)), true))
                .isInstanceOfSatisfying(
                        SqlRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY));
    }
}
