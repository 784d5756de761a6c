package com.acme.dashboard;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Says which tests were skipped and why, and writes those down that were to run: the build makes a failure of them where
 * {@code CI=true}. A test that needs what not every machine has says so by a reason that begins with {@link #OPTIONAL}.
 */
public final class SkippedTests implements TestExecutionListener {

    /** How the reason of a test begins that may be skipped anywhere. */
    public static final String OPTIONAL = "Optional: ";

    private static final String FILE = "tests.skipped";

    private final PrintStream out;
    private final @Nullable Path file;

    /** For the build: prints to standard output, and writes to the file that it names. */
    public SkippedTests() {
        this(
                System.out,
                Optional.ofNullable(System.getProperty(FILE)).map(Path::of).orElse(null));
    }

    SkippedTests(PrintStream out, @Nullable Path file) {
        this.out = out;
        this.file = file;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        add(test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            add(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason was given"));
        }
    }

    private void add(TestIdentifier test, String reason) {
        var words = reason.replaceFirst("^Assumption failed: ", "");
        var line = "Skipped: " + nameOf(test) + " (" + words + ")";
        out.println(line);
        if (file != null && !words.startsWith(OPTIONAL)) {
            try {
                Files.write(file, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String nameOf(TestIdentifier test) {
        return test.getSource()
                .map(source -> switch (source) {
                    case MethodSource method -> method.getClassName() + "." + method.getMethodName();
                    case ClassSource type -> type.getClassName();
                    default -> test.getDisplayName();
                })
                .orElseGet(test::getDisplayName);
    }
}
