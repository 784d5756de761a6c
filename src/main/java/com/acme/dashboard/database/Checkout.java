package com.acme.dashboard.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The source tree that the program runs from, where it does. */
public final class Checkout {

    /** Where change sets stand in it. */
    public static final String CHANGELOG_DIRECTORY = "db-changelog";

    private Checkout() {}

    /**
     * The root of the tree whose build made this class. Only a directory of classes below a checkout's pom.xml counts: an
     * unpacked production jar is a directory, too.
     */
    public static Optional<Path> of(Class<?> type) {
        URL place = type.getProtectionDomain().getCodeSource().getLocation();
        // A class that comes out of an AOT cache may have no place.
        if (place == null || !"file".equals(place.getProtocol())) {
            return Optional.empty();
        }
        try {
            Path directory = Path.of(new URI(place.toString()));
            return Files.isDirectory(directory)
                    ? Stream.iterate(directory, Path::getParent)
                            .takeWhile(parent -> parent != null)
                            .limit(5)
                            .filter(parent -> Files.isRegularFile(parent.resolve("pom.xml"))
                                    && Files.isDirectory(parent.resolve(CHANGELOG_DIRECTORY)))
                            .findFirst()
                    : Optional.empty();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The classes are at an unreadable place", e);
        }
    }
}
