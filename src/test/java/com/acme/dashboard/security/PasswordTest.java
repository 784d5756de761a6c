package com.acme.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.AdjustableClock;
import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.IntegrationTest;
import com.vaadin.flow.server.VaadinSession;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
class PasswordTest extends BrowserlessTest {

    @Autowired
    private OwnPassword ownPassword;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SignedInSessions sessions;

    @Autowired
    private RevokedAccess revokedAccess;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SignInLimits limits;

    @Autowired
    private CurrentUser currentUser;

    @Autowired
    private DataSource dataSource;

    @ParameterizedTest
    @CsvSource({"user@acme.test, USER", "admin@acme.test, ADMIN"})
    void the_accounts_for_development_and_test_are_there(String email, Role role) {
        assertThat(accounts.find(email)).map(Account::role).contains(role);
    }

    @Test
    @WithUserDetails("user@acme.test")
    void everybody_changes_their_own_password_and_their_other_sessions_end() {
        var uma = accounts.find("user@acme.test").orElseThrow();
        var ada = accounts.find("admin@acme.test").orElseThrow();
        var elsewhere = new MockHttpSession();
        var adas = new MockHttpSession();
        begin(elsewhere, uma);
        begin(adas, ada);

        assertThat(ownPassword.change("123456", "a better one")).isTrue();

        assertThat(accounts.hasPassword(uma, "a better one")).isTrue();
        assertThat(accounts.hasPassword(uma, "123456")).isFalse();
        assertThat(elsewhere.isInvalid()).isTrue();
        assertThat(adas.isInvalid()).isFalse();
        adas.invalidate();
    }

    @Test
    @WithUserDetails("user@acme.test")
    void the_session_in_which_it_is_changed_goes_on() {
        var uma = accounts.find("user@acme.test").orElseThrow();
        var here = new MockHttpSession(
                null, VaadinSession.getCurrent().getSession().getId());
        begin(here, uma);

        assertThat(ownPassword.change("123456", "a better one")).isTrue();
        revokedAccess.check();

        assertThat(sessions.goesOn(here)).isTrue();
        here.invalidate();
    }

    @Test
    @WithUserDetails("admin@acme.test")
    void a_wrong_current_password_changes_nothing_and_cannot_be_guessed_at_will() {
        var ada = accounts.find("admin@acme.test").orElseThrow();
        for (var guess = 0; guess < 5; guess++) {
            assertThat(ownPassword.change("guess " + guess, "a better one")).isFalse();
        }

        assertThatExceptionOfType(TooManyAttempts.class)
                .isThrownBy(() -> ownPassword.change("admin123", "a better one"));
        assertThat(accounts.hasPassword(ada, "admin123")).isTrue();
    }

    @Test
    @WithUserDetails("user@acme.test")
    void a_password_that_the_database_could_not_compare_is_no_wrong_one() {
        jdbc.sql("alter table users rename to users_away").update();
        try {
            for (var attempt = 0; attempt < 5; attempt++) {
                assertThatThrownBy(() -> ownPassword.change("123456", "a better one"))
                        .isInstanceOf(DataAccessException.class);
            }
        } finally {
            jdbc.sql("alter table users_away rename to users").update();
        }

        assertThat(ownPassword.change("123456", "a better one")).isTrue();
    }

    @Test
    @WithUserDetails("user@acme.test")
    void a_comparison_that_ends_in_an_error_is_a_failure_and_not_under_way_for_ever() {
        var throttle = new SignInThrottle(limits, new AdjustableClock());
        var broken = new OwnPassword(currentUser, Accounts.in(dataSource, new BrokenPasswords()), throttle, sessions);
        for (var attempt = 0; attempt < 5; attempt++) {
            assertThatExceptionOfType(StackOverflowError.class)
                    .isThrownBy(() -> broken.change("123456", "a better one"));
        }

        assertThatExceptionOfType(TooManyAttempts.class).isThrownBy(() -> broken.change("123456", "a better one"));
    }

    @Test
    void a_new_password_that_is_too_long_is_refused_in_words() {
        assertThatThrownBy(() -> accounts.create("new@acme.test", "New", "ä".repeat(37), Role.USER))
                .isInstanceOf(PasswordRefused.class)
                .hasMessageContaining("72 bytes");
        assertThat(accounts.find("new@acme.test")).isEmpty();
    }

    @Test
    void a_new_password_that_is_too_short_is_refused_in_words() {
        assertThatThrownBy(() -> accounts.create("new@acme.test", "New", "12345", Role.USER))
                .isInstanceOf(PasswordRefused.class)
                .hasMessageContaining("6 characters");
    }

    @Test
    void there_is_one_account_for_an_email_in_whatever_case() {
        assertThatThrownBy(() -> accounts.create("USER@acme.test", "Another", "long enough", Role.USER))
                .isInstanceOf(EmailTaken.class);
    }

    @Test
    void an_account_is_made_and_promoted() {
        var made = accounts.create("new@acme.test", "New Person", "long enough", Role.USER);

        assertThat(accounts.find("NEW@acme.test")).contains(made);
        assertThat(accounts.promote(made).role()).isEqualTo(Role.ADMIN);
        assertThat(accounts.find("new@acme.test")).map(Account::role).contains(Role.ADMIN);
    }

    private void begin(MockHttpSession session, Account account) {
        sessions.begin(
                session, account, accounts.user(account.id()).orElseThrow().fingerprint());
    }
}
