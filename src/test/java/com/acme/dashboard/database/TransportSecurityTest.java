package com.acme.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.DatabaseUrl.SslMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportSecurityTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(nullValues = "-", textBlock = """
                    DEV,  postgres://db.acme.test/shop,                     require
                    DEV,  postgres://db.acme.test/shop?sslmode=require,     require
                    DEV,  postgres://db.acme.test/shop?sslmode=verify-ca,   verify-ca
                    DEV,  postgres://db.acme.test/shop?sslmode=verify-full, verify-full
                    DEV,  postgres://db.acme.test/shop?ssl=true,            verify-full
                    DEV,  postgres://localhost/shop,                        -
                    DEV,  postgres://127.0.0.1/shop?sslmode=disable,        disable
                    DEV,  postgres://[::1]/shop?sslmode=prefer,             prefer
                    TEST, postgres://db.acme.test/shop,                     -
                    TEST, postgres://db.acme.test/shop?sslmode=disable,     disable
                    PROD, postgres://db.acme.test/shop,                     require
                    PROD, postgres://db.acme.test/shop?sslmode=verify-full, verify-full
                    PROD, postgres://localhost/shop,                        require
                    PROD, postgres://[::1]/shop?sslmode=require,            require
                    PROD, postgres://localhost/shop?sslmode=disable,        disable
                    PROD, postgres://127.0.0.1/shop?sslmode=disable,        disable
                    """)
    void a_connection_is_as_secure_as_its_environment_needs(
            Environment environment, String url, @Nullable String mode) {
        DatabaseUrl applied =
                TransportSecurity.apply(environment, "POSTGRES_URL", DatabaseUrl.parse("POSTGRES_URL", url));

        assertThat(applied.sslMode().map(SslMode::value).orElse(null)).isEqualTo(mode);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
                    DEV,  postgres://ann:secret@db.acme.test/shop?sslmode=disable
                    DEV,  postgres://ann:secret@db.acme.test/shop?sslmode=allow
                    DEV,  postgres://ann:secret@db.acme.test/shop?sslmode=prefer
                    DEV,  postgres://ann:secret@db.acme.test/shop?ssl=false
                    DEV,  'postgres://ann:secret@localhost,db.acme.test/shop?sslmode=disable'
                    PROD, postgres://ann:secret@db.acme.test/shop?sslmode=disable
                    PROD, postgres://ann:secret@db.acme.test/shop?sslmode=prefer
                    PROD, postgres://ann:secret@localhost/shop?sslmode=prefer
                    PROD, postgres://ann:secret@localhost/shop?sslmode=allow
                    PROD, postgres://ann:secret@localhost/shop?ssl=false
                    """)
    void less_than_that_is_refused_in_one_line(Environment environment, String url) {
        DatabaseUrl parsed = DatabaseUrl.parse("POSTGRES_URL", url);

        assertThatThrownBy(() -> TransportSecurity.apply(environment, "POSTGRES_URL", parsed))
                .isInstanceOf(InvalidDatabaseUrl.class)
                .hasMessageContaining(environment.id() + " needs TLS to " + parsed.address())
                .hasMessageContaining("require, verify-ca or verify-full")
                .message()
                .doesNotContain("secret")
                .hasLineCount(1);
    }
}
