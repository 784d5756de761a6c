package com.acme.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedServerTest {

    /** Of a server that was started once, and stopped; the data of most tests are copies of its. */
    @TempDir
    static Path model;

    @TempDir
    Path workingDirectory;

    private Path home;

    @BeforeAll
    static void start_once() throws IOException {
        Path first = UnpackedPrograms.linkInto(model);
        EmbeddedServer.keptIn(first).close();
        UnpackedPrograms.unlink(first);
    }

    @BeforeEach
    void use_the_programs_and_the_data_that_are_there_already() throws IOException {
        home = UnpackedPrograms.linkInto(workingDirectory);
        Path first = model.resolve(EmbeddedServer.DIRECTORY);
        try (Stream<Path> files = Files.walk(first).skip(1)) {
            for (Path file : files.toList()) {
                Files.copy(file, home.resolve(first.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** The next server begins with nothing. */
    private void removeData() throws IOException {
        Directories.delete(home.resolve("postgres"));
        Files.delete(home.resolve("postgres.password"));
    }

    @AfterEach
    void leave_the_programs() throws IOException {
        UnpackedPrograms.unlink(home);
    }

    @Test
    void rows_stay_from_one_run_to_the_next() throws IOException, SQLException {
        removeData();
        try (EmbeddedServer first = EmbeddedServer.keptIn(home)) {
            execute(first, "create table kept as select 42 as answer");
        }
        assertThat(isRunning()).isFalse();

        try (EmbeddedServer second = EmbeddedServer.keptIn(home)) {
            assertThat(value(second, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void what_a_start_that_was_killed_left_of_its_password_is_no_hindrance() throws IOException, SQLException {
        removeData();
        Files.createFile(home.resolve("postgres.password-unfinished"));

        try (EmbeddedServer server = EmbeddedServer.keptIn(home)) {
            assertThat(value(server, "select 1")).isEqualTo("1");
        }
        assertThat(home.resolve("postgres.password-unfinished")).doesNotExist();
    }

    /** Each is planned for its own values, as in production. */
    @Test
    void no_statement_of_the_application_is_prepared_on_the_server() throws SQLException {
        try (DatabaseServer server = DatabaseServer.open(Environment.DEV, Settings.of(Map.of()), workingDirectory);
                Connection connection = server.connect();
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from pg_prepared_statements")) {
            for (int execution = 1; execution <= 10; execution++) {
                try (ResultSet result = statement.executeQuery()) {
                    assertThat(result.next()).isTrue();
                    assertThat(result.getInt(1)).isZero();
                }
            }
        }
    }

    @Test
    void text_is_searched_with_trigrams_and_sorted_as_people_do() throws SQLException {
        try (EmbeddedServer server = EmbeddedServer.keptIn(home)) {
            execute(server, "create extension pg_trgm");

            assertThat(value(server, "select similarity('invoice', 'invoices') > 0.5"))
                    .isEqualTo("t");
            assertThat(value(server, "select string_agg(w, ' ' order by w) from unnest(array['b', 'Ä', 'C', 'a']) w"))
                    .isEqualTo("a Ä b C");
        }
    }

    @Test
    void the_server_listens_on_this_machine_only_and_wants_its_password() throws SQLException {
        try (EmbeddedServer server = EmbeddedServer.keptIn(home)) {
            DatabaseUrl url = server.url();

            assertThat(value(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> Connections.open(
                            "It",
                            new DatabaseUrl(url.hosts(), url.database(), url.user(), "guessed", url.parameters())))
                    .hasMessageContaining("refuses the password");
            assertThat(home.resolve("postgres.log")).content().doesNotContain(String.valueOf(url.password()));
        }
    }

    @Test
    void a_second_process_finds_the_server_and_the_last_one_stops_it() throws Exception {
        try (EmbeddedServerProcess first = EmbeddedServerProcess.inDevelopment(workingDirectory);
                EmbeddedServerProcess second = EmbeddedServerProcess.inDevelopment(workingDirectory)) {
            String port = first.entered();
            assertThat(second.entered()).isEqualTo(port);

            first.leave();
            assertThat(isRunning()).isTrue();

            second.leave();
            assertThat(isRunning()).isFalse();
        }
    }

    @Test
    void processes_that_come_and_go_at_the_same_moment_share_one_server() throws Exception {
        removeData();
        List<EmbeddedServerProcess> processes = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                processes.add(EmbeddedServerProcess.inDevelopment(workingDirectory));
            }
            Set<String> ports = new HashSet<>();
            for (EmbeddedServerProcess process : processes) {
                ports.add(process.entered());
            }
            assertThat(ports).singleElement().asString().containsOnlyDigits();

            List<Future<Boolean>> leaving = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (EmbeddedServerProcess process : processes) {
                    leaving.add(threads.submit(() -> {
                        process.leave();
                        return true;
                    }));
                }
            }
            assertThat(leaving).allSatisfy(left -> assertThat(left.get()).isTrue());
            assertThat(isRunning()).isFalse();
        } finally {
            processes.forEach(EmbeddedServerProcess::close);
        }
    }

    @Test
    void threads_of_one_process_share_one_server() throws Exception {
        removeData();
        List<Future<EmbeddedServer>> entering = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                entering.add(threads.submit(() -> EmbeddedServer.keptIn(home)));
            }
        }
        Set<Integer> ports = new HashSet<>();
        for (Future<EmbeddedServer> entered : entering) {
            ports.add(entered.get().url().port());
        }
        assertThat(ports).hasSize(1);

        for (Future<EmbeddedServer> entered : entering) {
            assertThat(isRunning()).isTrue();
            entered.get().close();
        }
        assertThat(isRunning()).isFalse();
    }

    @Test
    void a_server_whose_only_process_was_killed_is_found_and_stopped_in_the_end() throws Exception {
        try (EmbeddedServerProcess killed = EmbeddedServerProcess.inDevelopment(workingDirectory)) {
            String port = killed.entered();
            killed.kill();
            assertThat(isRunning()).isTrue();

            try (EmbeddedServer next = EmbeddedServer.keptIn(home)) {
                assertThat(next.url().port()).hasToString(port);
            }
            assertThat(isRunning()).isFalse();
        }
    }

    @Test
    void a_server_that_was_killed_itself_is_started_again_with_its_rows() throws Exception {
        try (EmbeddedServer killed = EmbeddedServer.keptIn(home)) {
            execute(killed, "create table kept as select 42 as answer");
            execute(killed, "checkpoint");
            ProcessHandle postmaster = postmaster();
            postmaster.destroyForcibly();
            postmaster.onExit().join();
            assertThat(home.resolve("postgres/postmaster.pid")).exists();

            try (EmbeddedServer next = EmbeddedServer.keptIn(home)) {
                assertThat(value(next, "select answer from kept")).isEqualTo("42");
            }
        }
    }

    @Test
    void a_stale_file_that_names_another_programs_process_is_no_hindrance() throws Exception {
        EmbeddedServer.keptIn(home).close();
        Files.write(
                home.resolve("postgres/postmaster.pid"),
                List.of(String.valueOf(ProcessHandle.current().pid()), "/elsewhere", "1", "1", "", "", "", "ready"));

        try (EmbeddedServer server = EmbeddedServer.keptIn(home)) {
            assertThat(value(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_directory_of_another_major_version_is_explained_and_left_alone() throws Exception {
        EmbeddedServer.keptIn(home).close();
        Files.writeString(home.resolve("postgres/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedServer.keptIn(home))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("was made by PostgreSQL 17, but the embedded one is 18")
                .message()
                .hasLineCount(1);
        assertThat(isRunning()).isFalse();
    }

    @Test
    void another_client_keeps_the_server_running() throws Exception {
        EmbeddedServer server = EmbeddedServer.keptIn(home);
        try (Connection psql = Connections.open("It", server.url().with("ApplicationName", "psql"))) {
            server.close();

            assertThat(psql.isValid(5)).isTrue();
        }

        EmbeddedServer.keptIn(home).close();
        assertThat(isRunning()).isFalse();
    }

    @Test
    @EnabledOnOs({OS.LINUX})
    void an_interrupt_in_the_terminal_that_started_the_server_does_not_end_it_for_others() throws Exception {
        try (EmbeddedServerProcess interrupted = EmbeddedServerProcess.inItsOwnTerminal(workingDirectory)) {
            String port = interrupted.entered();
            try (EmbeddedServer other = EmbeddedServer.keptIn(home)) {
                interrupted.interrupt();

                assertThat(other.url().port()).hasToString(port);
                assertThat(value(other, "select 1")).isEqualTo("1");
            }
            assertThat(isRunning()).isFalse();
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX})
    void an_interrupted_process_stops_the_server_if_it_is_the_last() throws Exception {
        try (EmbeddedServerProcess interrupted = EmbeddedServerProcess.inItsOwnTerminal(workingDirectory)) {
            assertThat(interrupted.entered()).containsOnlyDigits();

            interrupted.interrupt();

            assertThat(isRunning()).isFalse();
        }
    }

    @Test
    void without_the_programs_there_is_one_line_or_the_server_that_runs_already() throws Exception {
        try (EmbeddedServerProcess alone = EmbeddedServerProcess.withoutPrograms(Environment.DEV, workingDirectory)) {
            assertThat(alone.entered()).startsWith("No database: POSTGRES_URL is not set");
        }
        EmbeddedServer server = EmbeddedServer.keptIn(home);
        try (EmbeddedServerProcess guest = EmbeddedServerProcess.withoutPrograms(Environment.DEV, workingDirectory)) {
            assertThat(guest.entered()).isEqualTo(String.valueOf(server.url().port()));
            server.close();

            guest.leave();

            assertThat(isRunning()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Environment.class,
            names = {"DEV", "TEST"})
    void without_the_programs_nothing_is_made_and_the_environments_own_variable_is_named(Environment environment)
            throws Exception {
        Path elsewhere = Files.createDirectory(workingDirectory.resolve("elsewhere"));

        try (EmbeddedServerProcess alone = EmbeddedServerProcess.withoutPrograms(environment, elsewhere)) {
            assertThat(alone.entered()).startsWith("No database: %s is not set".formatted(environment.urlVariable()));
        }

        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void a_thrown_away_server_leaves_nothing() throws Exception {
        Path remains;
        try (EmbeddedServer server = EmbeddedServer.thrownAwayIn(home, home)) {
            remains = Path.of(value(server, "show data_directory")).getParent();
            assertThat(remains).isDirectory().hasParent(home.toRealPath());
        }
        assertThat(remains).doesNotExist();
    }

    @Test
    void what_is_thrown_away_at_the_end_is_left_alone_until_then_by_everybody() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.thrownAway(home)) {
            EmbeddedServer.thrownAway(home).close();
            try (EmbeddedServerProcess other = EmbeddedServerProcess.inTest(workingDirectory)) {
                assertThat(other.entered())
                        .isNotEqualTo(String.valueOf(server.url().port()));
                assertThat(value(server, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void what_a_killed_process_wanted_to_throw_away_is_removed_by_the_next() throws Exception {
        try (EmbeddedServerProcess killed = EmbeddedServerProcess.inTest(workingDirectory)) {
            int port = Integer.parseInt(String.valueOf(killed.entered()));
            Path remains = thrownAway(port);
            Postmaster orphan = Postmaster.of(remains.resolve("postgres")).orElseThrow();
            killed.kill();

            try (EmbeddedServer next = EmbeddedServer.thrownAway(home)) {
                assertThat(next.url().port()).isNotEqualTo(port);
                assertThat(orphan.isAlive()).isFalse();
                assertThat(remains).doesNotExist();
                assertThat(thrownAway(next.url().port())).isDirectory();
            }
        }
    }

    /** Where the server on that port is, among those of other runs. */
    private Path thrownAway(int port) throws IOException {
        try (Stream<Path> entries = Files.list(MemoryDirectory.find().orElse(home))) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                if (Postmaster.of(entry.resolve("postgres"))
                        .filter(server -> server.port().equals(OptionalInt.of(port)))
                        .isPresent()) {
                    return entry;
                }
            }
        }
        throw new AssertionError("No server on port " + port);
    }

    private boolean isRunning() {
        try {
            return Postmaster.of(home.toRealPath().resolve("postgres"))
                    .filter(Postmaster::isAlive)
                    .isPresent();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(
                        Postmaster.of(home.resolve("postgres")).orElseThrow().pid())
                .orElseThrow();
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = Connections.open("It", server.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(EmbeddedServer server, String query) throws SQLException {
        try (Connection connection = Connections.open("It", server.url());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return String.valueOf(result.getString(1));
        }
    }
}
