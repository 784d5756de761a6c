package com.acme.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@IntegrationTest
class RevokedAccessTest {

    @LocalServerPort
    private int port;

    @Autowired
    private RevokedAccess revokedAccess;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private SignInThrottle throttle;

    @Autowired
    private KnownDevices devices;

    @Autowired
    private JdbcClient database;

    private Visitor ada;
    private Visitor uma;

    @BeforeEach
    void sign_in() {
        ada = new Visitor(port, "198.51.100.41").signedInAs("admin@acme.test", "admin123");
        uma = new Visitor(port, "198.51.100.42").signedInAs("user@acme.test", "123456");
    }

    @AfterEach
    void close() {
        ada.close();
        uma.close();
    }

    @Test
    void an_administrator_who_is_one_no_longer_has_to_sign_in_again() {
        database.sql("update users set role = 'USER' where email = 'admin@acme.test'")
                .update();

        revokedAccess.check();

        assertThat(isSignedIn(ada)).isFalse();
        assertThat(isSignedIn(uma)).isTrue();
    }

    @Test
    void whose_account_is_gone_is_signed_out() {
        database.sql("delete from users where email = 'user@acme.test'").update();

        revokedAccess.check();

        assertThat(isSignedIn(uma)).isFalse();
        assertThat(isSignedIn(ada)).isTrue();
    }

    @Test
    void who_gets_more_rights_keeps_their_session() {
        database.sql("update users set role = 'ADMIN' where email = 'user@acme.test'")
                .update();

        revokedAccess.check();

        assertThat(isSignedIn(uma)).isTrue();
    }

    @Test
    void whose_password_somebody_else_replaces_has_to_sign_in_again() {
        accounts.setPassword(accounts.find("user@acme.test").orElseThrow(), "a new one");

        revokedAccess.check();

        assertThat(isSignedIn(uma)).isFalse();
        assertThat(isSignedIn(ada)).isTrue();
        uma.signedInAs("user@acme.test", "a new one");
        revokedAccess.check();
        assertThat(isSignedIn(uma)).isTrue();
    }

    @Test
    void whose_hash_is_made_stronger_at_sign_in_keeps_that_session() {
        database.sql("update users set password = :hash where email = 'user@acme.test'")
                .param("hash", new BCryptPasswordEncoder(4).encode("123456"))
                .update();
        uma.signedInAs("user@acme.test", "123456");

        revokedAccess.check();

        assertThat(isSignedIn(uma)).isTrue();
    }

    @Test
    void who_signs_in_while_another_one_makes_the_hash_stronger_keeps_that_session() {
        database.sql("update users set password = :hash where email = 'user@acme.test'")
                .param("hash", new BCryptPasswordEncoder(4).encode("123456"))
                .update();
        var overtaken = new AccountDetailsService(accounts) {
            @Override
            public UserDetails updatePassword(UserDetails user, @Nullable String newHash) {
                uma.signedInAs("user@acme.test", "123456");
                return super.updatePassword(user, newHash);
            }
        };

        var signedIn = new PasswordSignIn(overtaken, passwords, throttle, devices)
                .authenticate(UsernamePasswordAuthenticationToken.unauthenticated("user@acme.test", "123456"));

        var stored = accounts.user("user@acme.test").orElseThrow();
        var details = (AccountDetails)
                Objects.requireNonNull(Objects.requireNonNull(signedIn).getPrincipal());
        assertThat(details.fingerprint()).isEqualTo(stored.fingerprint());
    }

    /** More often than the pool has connections. */
    @Test
    void the_table_is_asked_again_and_again() {
        for (var time = 0; time < 10; time++) {
            revokedAccess.check();
        }

        assertThat(database.sql("select 1").query(Integer.class).single()).isOne();
    }

    private static boolean isSignedIn(Visitor visitor) {
        return visitor.get("/dashboard").statusCode() == 200;
    }
}
