package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.MigrationFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody is told whose change set fails: where in which file, and what PostgreSQL says. */
class FailingChangeSetTest {

    private static final String FILE = "db-changelog/changes/0001-notes.sql";

    @TempDir
    Path root;

    private final OwnDatabase database = new OwnDatabase();

    @BeforeEach
    void one_file() throws IOException {
        Files.createDirectories(root.resolve("db-changelog/changes"));
        Files.writeString(
                root.resolve("db-changelog/changelog.yaml"),
                "databaseChangeLog:\n  - include: { file: changes/0001-notes.sql, relativeToChangelogFile: true }\n");
    }

    /** Each text begins in line 4; {@code ¶} ends a line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "''                          | create table a (id int);¶create table b (¶  id int,¶  nam txt¶);    | 7 | type \"\"txt\"\" does not exist",
                "''                          | /* two¶lines; */¶select 1;¶-- one; two¶select nothing;              | 8 | column \"\"nothing\"\" does not exist",
                "''                          | create table a (id int not null);¶insert into a values (1);¶insert into a values (null); | 6 | null value in column",
                "splitStatements:false       | create table a (id int not null);¶insert into a values (1);¶¶insert into a values (null); | 7 | null value in column",
                "splitStatements:false       | select 1;¶do $$¶begin¶  perform 1;¶  perform 1 / 0;¶end¶$$;          | 8 | division by zero",
                "splitStatements:false       | create table a (id int);¶do $$ begin execute 'drop table b'; end $$; | 5 | table \"\"b\"\" does not exist",
                "splitStatements:false       | create table a (id int);¶create rule r as on insert to a¶  do also (select 1; select 2);¶create table a (); | 7 | relation \"\"a\"\" already exists",
                "splitStatements:false       | create function f() returns int language sql begin atomic¶  select 1;¶  select case when true then 2 end;¶end;¶drop table a; | 8 | table \"\"a\"\" does not exist",
                "runInTransaction:false      | create table a (id int);¶insert into a values (1), (1);¶create unique index concurrently i¶on a (id); | 6 | could not create unique index",
            })
    void the_line_in_the_file_is_named(String attributes, String sql, int line, String message) throws IOException {
        write(attributes.replace("''", ""), sql.replace('¶', '\n'));
        assertThatThrownBy(() -> migrations().apply(new MigrationListener() {}))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageStartingWith(FILE + ":" + line + " failed: ERROR: ")
                .hasMessageContaining(message.replace("\"\"", "\""))
                .message()
                .hasLineCount(message.contains("could not create") ? 2 : 1);
    }

    @Test
    void a_statement_that_takes_too_long_is_stopped() throws IOException {
        write("", "create table a (id int);\nselect pg_sleep(60);");
        var limits = new MigrationLimits(Duration.ofSeconds(5), Duration.ofMillis(50));
        assertThatThrownBy(() -> migrations().apply(limits, new MigrationListener() {}))
                .hasMessageStartingWith(FILE + ":5 failed: ERROR: ")
                .hasMessageContaining("statement timeout");
        assertThat(database.value("select to_regclass('a')")).isNull();
    }

    @Test
    void what_was_applied_before_it_is_told_with_its_run() throws IOException {
        write("", "select 1;\n--changeset acme:0002\nselect 2;\n--changeset acme:0003\nselect nothing;");
        assertThatThrownBy(() -> migrations().apply(new MigrationListener() {})).isInstanceOf(MigrationFailed.class);
        assertThat(migrations().applied())
                .hasSize(2)
                .allSatisfy(applied -> assertThat(applied.run()).startsWith("checkout-"));
    }

    @Test
    void a_server_that_goes_away_is_told_and_the_next_run_goes_on() throws IOException {
        write("", "create table a (id int);\nselect pg_terminate_backend(pg_backend_pid());");
        assertThatThrownBy(() -> migrations().apply(new MigrationListener() {}))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageStartingWith(FILE + ":5 failed: FATAL: terminating connection");
        write("", "create table a (id int);");
        migrations().apply(new MigrationListener() {});
        assertThat(database.column("select id from databasechangelog")).isEqualTo(List.of("0001-notes"));
    }

    private void write(String attributes, String sql) throws IOException {
        Files.writeString(
                root.resolve(FILE),
                "--liquibase formatted sql\n\n--changeset acme:0001-notes %s\n%s\n".formatted(attributes, sql));
    }

    private Migrations migrations() {
        return new Migrations(
                Environment.TEST, database::connect, () -> WrittenChangelog.below(root, Environment.TEST));
    }
}
