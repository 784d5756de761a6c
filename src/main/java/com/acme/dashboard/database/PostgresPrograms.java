package com.acme.dashboard.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs PostgreSQL's own programs.
 *
 * @param directory where they are
 * @param output the file that receives what the last one printed; not a pipe, which the server would keep open
 */
record PostgresPrograms(Path directory, Path output) {

    /**
     * Runs one to its end.
     *
     * @throws IOException if it fails; the message is the last line that it printed
     */
    void run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(directory.resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(nullDevice()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C");
        int status;
        try {
            status = builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        }
        if (status != 0) {
            throw new IOException("%s failed: %s".formatted(program, lastLine()));
        }
    }

    /** Such as {@code 18}. */
    String majorVersion() throws IOException {
        run("postgres", List.of("--version"));
        return lastLine().replaceFirst(".* (\\d+).*", "$1");
    }

    private String lastLine() throws IOException {
        List<String> lines = Files.readAllLines(output).stream()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.isEmpty() ? "it printed nothing" : lines.getLast().strip();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name")) && !isWindows();
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static File nullDevice() {
        return new File(isWindows() ? "NUL" : "/dev/null");
    }
}
