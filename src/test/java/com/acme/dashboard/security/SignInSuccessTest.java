package com.acme.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.AdjustableClock;
import com.acme.dashboard.ExpectedLog;
import java.net.ConnectException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;

class SignInSuccessTest {

    private final SignedInSessions sessions = new SignedInSessions(
            new OpenPages(),
            new IdleLimits(Duration.ofMinutes(30), Duration.ofMinutes(2), Duration.ofMinutes(1)),
            new AdjustableClock());

    /** Goes away between the comparison of the password and the next question. */
    private static final class Gone extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLException("gone", new ConnectException());
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }

    @ExpectedLog(SignInSuccess.class)
    @Test
    void who_has_signed_in_gets_on_though_the_database_has_gone_since() throws Exception {
        var success = new SignInSuccess(sessions, new KnownDevices(Accounts.in(new Gone(), new BcryptPasswords(4))));
        var uma = new User(UUID.randomUUID(), "Uma User", "user@acme.test", "hash", Role.USER);
        var request = new MockHttpServletRequest("POST", "/login");
        var response = new MockHttpServletResponse();

        success.onAuthenticationSuccess(
                request, response, new TestingAuthenticationToken(AccountDetails.of(uma), null));

        assertThat(response.getRedirectedUrl()).isEqualTo("/dashboard");
        assertThat(response.getCookies()).isEmpty();
        assertThat(SignedInSession.of(Objects.requireNonNull(request.getSession(false))))
                .isPresent();
    }
}
