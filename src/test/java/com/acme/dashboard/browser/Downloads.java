package com.acme.dashboard.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder that a browser keeps its files in. */
record Downloads(Path folder) {

    /** Has the page remember that it was about to be left. */
    static final String NOTE_LEAVING = "window.addEventListener('beforeunload', () => { window.left = true; })";

    static final String STAYED = "return !window.left";

    /** Waits until a whole file with that ending is there. */
    Path await(Browser browser, String ending) {
        browser.until(
                () -> "a file %s in %s".formatted(ending, folder),
                ignored -> file(ending).isPresent());
        return file(ending).orElseThrow();
    }

    private Optional<Path> file(String ending) {
        try (var files = Files.list(folder)) {
            // A browser keeps the name by an empty file until the whole one takes its place.
            return files.filter(file ->
                            file.toString().endsWith(ending) && file.toFile().length() > 0)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
