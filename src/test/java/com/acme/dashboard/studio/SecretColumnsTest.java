package com.acme.dashboard.studio;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SecretColumnsTest {

    @Test
    void a_hash_is_masked_wherever_it_stands() {
        var secrets = new SecretColumns();
        var hash = "$2a$12$" + "x".repeat(53);

        assertThat(secrets.mask("is " + hash + ", " + hash)).isEqualTo("is ••••••••, ••••••••");
        assertThat(secrets.mask(hash)).isEqualTo("••••••••");
        assertThat(secrets.mask("costs $2a$12$ or nothing")).isEqualTo("costs $2a$12$ or nothing");
        assertThat(secrets.mask("nothing")).isEqualTo("nothing");
        assertThat(secrets.mask(hash.substring(0, 30) + ", …")).isEqualTo("••••••••, …");
        assertThat(secrets.mask("\\x" + HexFormat.of().formatHex(hash.getBytes(US_ASCII)) + "41"))
                .isEqualTo("\\x••••••••41");
        assertThat(secrets.mask("\\x2432")).isEqualTo("\\x2432");
        assertThat(secrets.isSecretName("PASSWD")).isTrue();
        assertThat(secrets.isSecretName("name")).isFalse();
        assertThat("rolpassword").matches(secrets.names());
        assertThat("xpassword").doesNotMatch(secrets.names());
    }
}
