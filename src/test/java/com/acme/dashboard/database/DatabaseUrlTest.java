package com.acme.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.DatabaseUrl.SslMode;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

class DatabaseUrlTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", emptyValue = "", delimiter = '|', textBlock = """
                    # url                                                          | user    | password   | host          | port | database    | parameters
                    postgres://ann:secret@db.acme.test:6543/shop                   | ann     | secret     | db.acme.test  | 6543 | shop        | {}
                    postgresql://ann:secret@db.acme.test/shop                      | ann     | secret     | db.acme.test  | 5432 | shop        | {}
                    jdbc:postgresql://db.acme.test:5433/shop?user=ann&password=p   | ann     | p          | db.acme.test  | 5433 | shop        | {}
                    jdbc:postgresql://ann:secret@db.acme.test/shop                 | ann     | secret     | db.acme.test  | 5432 | shop        | {}
                    POSTGRES://ann:secret@db.acme.test/shop                        | ann     | secret     | db.acme.test  | 5432 | shop        | {}
                    postgres://ann@db.acme.test/shop                               | ann     | -          | db.acme.test  | 5432 | shop        | {}
                    postgres://ann:@db.acme.test/shop                              | ann     | ''         | db.acme.test  | 5432 | shop        | {}
                    postgres://:secret@db.acme.test:65535/shop                     | -       | secret     | db.acme.test  | 65535 | shop       | {}
                    postgres://db.acme.test/shop                                   | -       | -          | db.acme.test  | 5432 | shop        | {}
                    postgres://db.acme.test:/shop                                  | -       | -          | db.acme.test  | 5432 | shop        | {}
                    postgres://ann:p%40ss%2Fw%3Ard%3F%23%25@db.acme.test/shop      | ann     | p@ss/w:rd?#% | db.acme.test | 5432 | shop       | {}
                    postgres://ann%40acme.test:secret@db.acme.test/shop            | ann@acme.test | secret | db.acme.test | 5432 | shop       | {}
                    postgres://ann:p@ss@db.acme.test/shop                          | ann     | p@ss       | db.acme.test  | 5432 | shop        | {}
                    postgres://ann:a:b@db.acme.test/shop                           | ann     | a:b        | db.acme.test  | 5432 | shop        | {}
                    postgres://ann:a+b@db.acme.test/shop                           | ann     | a+b        | db.acme.test  | 5432 | shop        | {}
                    postgres://j%C3%BCrg:gr%C3%BC%C3%9Fe@db.acme.test/shop         | jürg    | grüße      | db.acme.test  | 5432 | shop        | {}
                    postgres://ann:secret@[::1]:5432/shop                          | ann     | secret     | ::1           | 5432 | shop        | {}
                    postgres://ann:secret@[2001:db8::7]/shop                       | ann     | secret     | 2001:db8::7   | 5432 | shop        | {}
                    postgres://ann:secret@[fe80::1%25eth0]/shop                    | ann     | secret     | fe80::1%eth0  | 5432 | shop        | {}
                    postgres://ann:secret@127.0.0.1/my%20shop                      | ann     | secret     | 127.0.0.1     | 5432 | my shop     | {}
                    postgres://ann:secret@db_1.acme.test/shop?sslmode=require      | ann     | secret     | db_1.acme.test | 5432 | shop       | {sslmode=require}
                    postgres://db/shop?currentSchema=a%2Cb&socketTimeout=5         | -       | -          | db            | 5432 | shop        | {currentSchema=a,b, socketTimeout=5}
                    postgres://db/shop?application_name=till&connect_timeout=3     | -       | -          | db            | 5432 | shop        | {ApplicationName=till, connectTimeout=3}
                    postgres://db/shop?sslmode=require&channel_binding=require     | -       | -          | db            | 5432 | shop        | {sslmode=require, channelBinding=require}
                    postgres://db/shop?options=a+b&                                | -       | -          | db            | 5432 | shop        | {options=a+b}
                    jdbc:postgresql://db/shop?ApplicationName=the+till&ssl         | -       | -          | db            | 5432 | shop        | {ApplicationName=the till, ssl=}
                    postgres://ann:one@db/shop?user=bob&password=two               | ann     | one        | db            | 5432 | shop        | {}
                    jdbc:postgresql://db/shop?user=ann@srv&password=p@ss           | ann@srv | p@ss       | db            | 5432 | shop        | {}
                    postgres://one.acme.test:1,two.acme.test:2/shop                | -       | -          | one.acme.test | 1    | shop        | {}
                    """)
    void a_url_is_read_part_by_part(
            String url,
            @Nullable String user,
            @Nullable String password,
            String host,
            int port,
            String database,
            String parameters) {
        DatabaseUrl read = DatabaseUrl.parse("POSTGRES_URL", url);

        assertThat(read.user()).isEqualTo(user);
        assertThat(read.password()).isEqualTo(password);
        assertThat(read.host()).isEqualTo(host);
        assertThat(read.port()).isEqualTo(port);
        assertThat(read.database()).isEqualTo(database);
        assertThat(read.parameters()).hasToString(parameters);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    # url                                                | what the message says
                    mysql://ann:secret@db.acme.test/shop                 | does not start with postgres://
                    db.acme.test/shop                                    | does not start with postgres://
                    postgres:ann:secret@db.acme.test/shop                | does not start with postgres://
                    jdbc:postgres//secret@db.acme.test/shop              | does not start with postgres://
                    postgres://                                          | names no host
                    postgres:///shop                                     | names no host
                    postgres://ann:secret@/shop                          | names no host
                    postgres://ann:secret@:5432/shop                     | names no host
                    postgres://ann:secret@db.acme.test                   | names no database
                    postgres://ann:secret@db.acme.test/                  | names no database
                    postgres://ann:secret@db.acme.test?sslmode=require   | names no database
                    postgres://ann:secret@db.acme.test/shop/secret       | more than one /
                    postgres://ann:secret@db.acme.test:0/shop            | port is not between 1 and 65535
                    postgres://ann:secret@db.acme.test:70000/shop        | port is not between 1 and 65535
                    postgres://ann:secret@db.acme.test:port/shop         | host or port is malformed
                    postgres://ann:secret@db acme/shop                   | host or port is malformed
                    postgres://ann:secret@::1/shop                       | IPv6 address stands in brackets
                    postgres://ann:secret@[::1/shop                      | host or port is malformed
                    postgres://ann:secret@[12]/shop                      | no IPv6 address
                    postgres://ann:sec/ret@db.acme.test/shop             | percent-encoded
                    postgres://ann:123/secret@db.acme.test/shop          | percent-encoded
                    postgres://ann:sec?ret@db.acme.test/shop             | percent-encoded
                    jdbc:postgresql://ann:sec?ret@db.acme.test/shop      | percent-encoded
                    jdbc:postgresql://ann:sec/ret@db.acme.test/shop?a=b  | percent-encoded
                    jdbc:postgresql://ann:sec?r=et@db.acme.test/shop     | percent-encoded
                    jdbc:postgresql://ann:12/sec?r=et@db.acme.test/shop  | percent-encoded
                    postgres://ann:sec?r=et@db.acme.test/shop            | percent-encoded
                    postgres://ann:secret%@db.acme.test/shop             | percent sign is written %25
                    postgres://ann:secret%zz@db.acme.test/shop           | percent sign is written %25
                    postgres://ann:secret%2@db.acme.test/shop            | percent sign is written %25
                    postgres://ann:secret%00@db.acme.test/shop           | control character
                    postgres://ann:secret%FF@db.acme.test/shop           | not UTF-8
                    postgres://ann:secret@db.acme.test/shop?sslmode=on   | sslmode is none of
                    postgres://db/shop?sslmode=require&sslmode=disable   | parameter sslmode twice
                    postgres://ann:secret@db.acme.test/shop?=secret      | name of a parameter is malformed
                    postgres://ann:secret@localhost/shop?PGHOST=secret   | stand before the ?, not in the parameter PGHOST
                    postgres://ann:secret@localhost/shop?pgdbname=secret | stand before the ?, not in the parameter pgdbname
                    postgres://ann:secret@localhost/shop?service=secret  | stand before the ?, not in the parameter service
                    """)
    void a_malformed_url_is_refused_with_the_reason_and_without_the_password(String url, String reason) {
        assertThatThrownBy(() -> DatabaseUrl.parse("POSTGRES_URL", url))
                .isInstanceOf(InvalidDatabaseUrl.class)
                .hasMessageStartingWith("POSTGRES_URL cannot be used: ")
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("secret", "sec/", "123")
                .hasLineCount(1);
    }

    @Test
    void a_url_is_printed_without_its_password_and_its_parameters_values() {
        DatabaseUrl url = DatabaseUrl.parse(
                "POSTGRES_URL", "postgres://ann:secret@db.acme.test/shop?sslmode=require&sslpassword=hidden");

        assertThat(url).hasToString("postgresql://ann:***@db.acme.test:5432/shop?sslmode&sslpassword");
        assertThat(url.jdbcUrl()).doesNotContain("secret", "ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ann:p%40ss%20w%2B%25@db.acme.test:6543/my%20shop?ApplicationName=a%20b%26c&sslmode=require",
                "postgres://ann:secret@[2001:db8::7]:6543/shop",
                "jdbc:postgresql://db.acme.test/shop?user=ann&password=p%2Bq"
            })
    void the_driver_reads_the_same_out_of_its_url(String text) {
        DatabaseUrl url = DatabaseUrl.parse("POSTGRES_URL", text);

        Properties read = Objects.requireNonNull(Driver.parseURL(url.jdbcUrl(), url.credentials()));

        assertThat(read.getProperty("PGHOST"))
                .isEqualTo(url.host().contains(":") ? "[" + url.host() + "]" : url.host());
        assertThat(read.getProperty("PGPORT")).isEqualTo(String.valueOf(url.port()));
        assertThat(read.getProperty("PGDBNAME")).isEqualTo(url.database());
        assertThat(read.getProperty("user")).isEqualTo(url.user());
        assertThat(read.getProperty("password")).isEqualTo(url.password());
        url.parameters()
                .forEach((name, value) -> assertThat(read.getProperty(name)).isEqualTo(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.8.7.6", "[::1]", "[0:0:0:0:0:0:0:1]"})
    void the_own_machine_is_known(String host) {
        assertThat(DatabaseUrl.parse("POSTGRES_URL", "postgres://" + host + "/shop")
                        .isLoopback())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db.acme.test",
                "localhost.acme.test",
                "127.0.0.1.acme.test",
                "10.0.0.1",
                "[::2]",
                "[::1:1]",
                "localhost,db"
            })
    void other_machines_are_not_taken_for_the_own_one(String host) {
        assertThat(DatabaseUrl.parse("POSTGRES_URL", "postgres://" + host + "/shop")
                        .isLoopback())
                .isFalse();
    }

    @Test
    void the_drivers_older_parameter_for_tls_counts() {
        assertThat(DatabaseUrl.parse("POSTGRES_URL", "postgres://db/shop?ssl=true")
                        .sslMode())
                .contains(SslMode.VERIFY_FULL);
        assertThat(DatabaseUrl.parse("POSTGRES_URL", "postgres://db/shop?ssl=false")
                        .sslMode())
                .contains(SslMode.PREFER);
        assertThat(DatabaseUrl.parse("POSTGRES_URL", "postgres://db/shop").sslMode())
                .isEmpty();
    }

    @Test
    void a_parameter_is_added_and_one_that_is_there_is_kept_or_replaced() {
        var url = DatabaseUrl.parse("POSTGRES_URL", "postgres://ann:secret@db/shop?connectTimeout=3");

        assertThat(url.with("connectTimeout", "5").parameters()).isEqualTo(Map.of("connectTimeout", "5"));
        assertThat(url.withDefault("connectTimeout", "5")).isEqualTo(url);
        assertThat(url.withDefault("socketTimeout", "5").parameters())
                .isEqualTo(Map.of("connectTimeout", "3", "socketTimeout", "5"));
    }

    @Test
    void another_database_of_the_same_server_is_entered_in_the_same_way() {
        assertThat(DatabaseUrl.parse("POSTGRES_URL", "postgres://ann:secret@db:1/shop?ssl=true")
                        .withDatabase("store"))
                .isEqualTo(DatabaseUrl.parse("POSTGRES_URL", "postgres://ann:secret@db:1/store?ssl=true"));
    }
}
