package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.Environment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever changes a row, a form that was opened before notices. */
class VersionsTest {

    private static final String INVOICE = "f0000000-0000-4000-8000-000000000001";

    private final OwnDatabase database = new OwnDatabase();

    @BeforeEach
    void rows() {
        database.migrate(Environment.TEST);
    }

    @Test
    void a_program_that_does_not_know_the_version_raises_it() {
        database.run("update invoices set amount = 1 where id = '%s'".formatted(INVOICE));
        database.run("update invoices set status = 'paid' where id = '%s'".formatted(INVOICE));
        assertThat(versionOf("invoices", INVOICE)).isEqualTo("2");

        database.run("update customers set name = name || '!'");
        assertThat(database.column("select distinct version from customers")).containsExactly("1");
    }

    @Test
    void a_program_that_raises_the_version_itself_is_let_be() {
        database.run("update invoices set amount = 1, version = version + 1 where id = '%s'".formatted(INVOICE));
        assertThat(versionOf("invoices", INVOICE)).isEqualTo("1");
    }

    @Test
    void an_update_that_changes_nothing_is_no_change() {
        database.run("update invoices set amount = amount");
        assertThat(database.column("select distinct version from invoices")).containsExactly("0");
    }

    private String versionOf(String table, String id) {
        return database.value("select version from %s where id = '%s'".formatted(table, id));
    }
}
