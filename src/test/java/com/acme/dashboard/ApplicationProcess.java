package com.acme.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The application in a process of its own, with the class path and the options with which {@code ./mvnw} starts it. */
final class ApplicationProcess implements AutoCloseable {

    private static final String ADDRESS = "Acme Dashboard is at http://localhost:";
    private static final Path CLASS_PATH = Path.of("target", "db.classpath");

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private ApplicationProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(UTF_8);
    }

    /** Starts it on any free port, unless the variables name one; of the caller's own variables none says which database. */
    static ApplicationProcess start(Path workingDirectory, Map<String, String> variables) throws IOException {
        var classes = Path.of("target", "classes").toAbsolutePath();
        var builder = new ProcessBuilder(Java.command(
                        "-cp",
                        classes
                                + File.pathSeparator
                                + Files.readString(CLASS_PATH).strip(),
                        Application.class.getName()))
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true);
        var environment = builder.environment();
        environment
                .keySet()
                .removeIf(name -> name.startsWith("POSTGRES_")
                        || name.startsWith("SPRING_")
                        || name.startsWith("DATABASE_")
                        || name.startsWith("JAVA_TOOL_"));
        environment.put("SERVER_PORT", "0");
        environment.putAll(variables);
        return new ApplicationProcess(builder.start());
    }

    /** Waits until it says where it is, and answers the port. */
    int awaitReady() throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            var place = line.indexOf(ADDRESS);
            if (place >= 0) {
                return Integer.parseInt(line.substring(place + ADDRESS.length()));
            }
        }
        throw new IllegalStateException("The application did not start: " + lines);
    }

    /** Asks it to end, as a service manager or a container's host does (SIGTERM). */
    void terminate() {
        // Process.destroy() would close its output as well.
        process.toHandle().destroy();
    }

    /** Waits for its end; all that it has said. */
    List<String> awaitEnd() throws InterruptedException {
        output.lines().forEach(lines::add);
        process.waitFor();
        return List.copyOf(lines);
    }

    /** Of the process that has ended. */
    int exitStatus() {
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
