package com.acme.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class SkippedTestsTest {

    @Test
    void names_what_was_skipped_and_why_and_writes_down_what_was_to_run(@TempDir Path folder) throws IOException {
        var out = new ByteArrayOutputStream();
        var file = folder.resolve("skipped.txt");
        var launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build());

        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(Sample.class))
                        .build(),
                new SkippedTests(new PrintStream(out, true, UTF_8), file));

        assertThat(out.toString(UTF_8).lines())
                .containsExactlyInAnyOrder(
                        "Skipped: " + Sample.class.getName() + ".disabled (the moon is full)",
                        "Skipped: " + Sample.class.getName() + ".without_a_browser (there is no browser)",
                        "Skipped: " + Sample.class.getName()
                                + ".without_a_licence (Optional: there is no licence key)");
        assertThat(Files.readAllLines(file))
                .containsExactlyInAnyOrder(
                        "Skipped: " + Sample.class.getName() + ".disabled (the moon is full)",
                        "Skipped: " + Sample.class.getName() + ".without_a_browser (there is no browser)");
    }

    /** Not found by the build, because its name does not end like that of a test. */
    static class Sample {

        @Test
        void runs() {
            assertThat(true).isTrue();
        }

        @Test
        @Disabled("the moon is full")
        void disabled() {}

        @Test
        void without_a_browser() {
            assumeTrue(false, "there is no browser");
        }

        @Test
        void without_a_licence() {
            assumeTrue(false, SkippedTests.OPTIONAL + "there is no licence key");
        }
    }
}
