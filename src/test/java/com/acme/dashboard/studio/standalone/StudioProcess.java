package com.acme.dashboard.studio.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.acme.dashboard.Java;
import com.acme.dashboard.database.cli.DatabaseCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ./db studio:prod} in a process of its own. */
public final class StudioProcess implements AutoCloseable {

    private static final String ANNOUNCEMENT = "Studio is at ";

    private final Process process;

    private StudioProcess(Process process) {
        this.process = process;
    }

    /**
     * From the class path of the test.
     *
     * @param directory where it works, and makes its temporary files
     * @param variables those of the environment; nothing else of it says which database it is
     */
    public static StudioProcess start(Path directory, Map<String, String> variables, String... options) {
        var words = new ArrayList<>(
                List.of("-cp", System.getProperty("java.class.path"), DatabaseCommand.class.getName(), "studio:prod"));
        words.addAll(List.of(options));
        return start(directory, variables, words);
    }

    /** From the jar, which needs no name of an environment. */
    public static StudioProcess ofJar(Path jar, Path directory, Map<String, String> variables) {
        return start(directory, variables, List.of("-jar", jar.toAbsolutePath().toString(), "db:studio"));
    }

    private static StudioProcess start(Path directory, Map<String, String> variables, List<String> words) {
        // A build that runs in the background of a script has inherited that Ctrl-C is ignored.
        var command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(Java.command("-Djava.io.tmpdir=" + directory));
        command.addAll(words);
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("POSTGRES_"));
        builder.environment().putAll(variables);
        try {
            return new StudioProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it is there, and gives the address that it has printed. */
    public URI address() {
        try {
            var line = process.inputReader(UTF_8).readLine();
            if (line == null || !line.startsWith(ANNOUNCEMENT)) {
                throw new IllegalStateException("Studio has not started: " + line + "\n" + errors());
            }
            return URI.create(line.substring(ANNOUNCEMENT.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end, and gives the lines that it has written on standard error. */
    List<String> errors() {
        return process.errorReader(UTF_8).lines().toList();
    }

    /** Waits for its end, and gives its exit status. */
    int status() throws InterruptedException {
        return process.waitFor();
    }

    /** Ctrl-C. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
