package com.acme.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acme.dashboard.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Whether there is an account cannot be told from how long a refusal takes. */
@IntegrationTest
class EqualTimeTest {

    @Autowired
    private AccountDetailsService accounts;

    @Autowired
    private SignInThrottle throttle;

    @Autowired
    private KnownDevices devices;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void known_and_unknown_accounts_are_refused_with_the_same_work() {
        insert("cheap@acme.test", new BCryptPasswordEncoder(4).encode("secret"));
        insert("full@acme.test", new BCryptPasswordEncoder(CountedBcrypt.COST).encode("secret"));
        insert("broken@acme.test", "no hash");
        var bcrypt = new CountedBcrypt();
        var signIn = new PasswordSignIn(accounts, new BcryptPasswords(CountedBcrypt.COST, bcrypt), throttle, devices);

        for (var account : new String[] {"nobody", "cheap", "full", "broken"}) {
            var credentials =
                    UsernamePasswordAuthenticationToken.unauthenticated(account + "@acme.test", "wrong password");
            credentials.setDetails(new SignInOrigin("equal-time", null));

            assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn.authenticate(credentials));
            assertThat(bcrypt.rounds()).as(account).isEqualTo(1L << CountedBcrypt.COST);
        }
    }

    private void insert(String email, String hash) {
        jdbc.sql("insert into users (name, email, password) values ('Somebody', :email, :hash)")
                .param("email", email)
                .param("hash", hash)
                .update();
    }
}
