package com.acme.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder.BCryptVersion;

class BcryptPasswordsTest {

    private static final int CHEAP = 5;
    private static final String OLD_HASH = new BCryptPasswordEncoder(4).encode("secret");

    @Test
    void a_new_hash_has_cost_12_and_no_prefix() {
        assertThat(new BcryptPasswords().encode("secret")).matches("\\$2[aby]\\$12\\$[./0-9A-Za-z]{53}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2A", "$2B", "$2Y"})
    void a_hash_of_every_bcrypt_version_is_read(String version) {
        var hash = new BCryptPasswordEncoder(BCryptVersion.valueOf(version), 4).encode("secret");
        var passwords = new BcryptPasswords(CHEAP);

        assertThat(hash).startsWith(BCryptVersion.valueOf(version).getVersion());
        assertThat(passwords.matches("secret", hash)).isTrue();
        assertThat(passwords.matches("Secret", hash)).isFalse();
    }

    @Test
    void a_hash_that_another_program_made_is_read() {
        var made = "$2b$04$cVWp4XaNU8a4v1uMRum2SO026BWLIoQMD/TXg5uZV.0P.uO8m3YEm";

        assertThat(new BcryptPasswords(CHEAP).matches("Kk4DQuMMfZL9o", made)).isTrue();
    }

    @Test
    void a_lower_cost_is_to_be_upgraded_and_no_other() {
        var passwords = new BcryptPasswords(CHEAP);

        assertThat(passwords.upgradeEncoding(OLD_HASH)).isTrue();
        assertThat(passwords.upgradeEncoding(new BCryptPasswordEncoder(CHEAP).encode("secret")))
                .isFalse();
        assertThat(passwords.upgradeEncoding(new BCryptPasswordEncoder(CHEAP + 1).encode("secret")))
                .isFalse();
        assertThat(passwords.upgradeEncoding("{noop}secret")).isFalse();
    }

    @Test
    void a_new_password_of_72_bytes_is_taken_and_one_more_is_refused_not_cut() {
        var passwords = new BcryptPasswords(CHEAP);

        assertThat(passwords.encode("ä".repeat(36))).isNotNull();
        assertThatThrownBy(() -> passwords.encode("ä".repeat(36) + "b"))
                .isInstanceOf(PasswordRefused.class)
                .hasMessageContaining("72 bytes");
    }

    @Test
    void refusing_takes_the_same_work_for_every_stored_hash() {
        assertThat(workToRefuse(OLD_HASH))
                .isEqualTo(workToRefuse(new BCryptPasswordEncoder(7).encode("secret")))
                .isEqualTo(workToRefuse("no bcrypt hash"))
                .isEqualTo(workToRefuse(null))
                .isEqualTo(1L << 7);
    }

    private static long workToRefuse(@Nullable String stored) {
        var bcrypt = new CountedBcrypt();
        assertThat(new BcryptPasswords(7, bcrypt).matches("wrong", stored)).isFalse();
        return bcrypt.rounds();
    }
}
