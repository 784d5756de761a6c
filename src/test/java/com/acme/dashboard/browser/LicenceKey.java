package com.acme.dashboard.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Where a key to Vaadin's commercial parts is configured: the places that {@code com.vaadin:license-checker} 3.1 reads, in its
 * order. The key itself is not looked at, that is the checker's part.
 */
final class LicenceKey {

    static final List<String> PROPERTIES = List.of("vaadin.proKey", "vaadin.offlineKey", "vaadin.key");
    static final List<String> VARIABLES = List.of("VAADIN_PRO_KEY", "VAADIN_OFFLINE_KEY", "VAADIN_KEY");

    /** In the folder {@code .vaadin} of the user. */
    static final List<String> FILES = List.of(
            "proKey", "offlineKeyV2", "offlineKeyV2.txt", "offlineKey", "offlineKey.txt", "serverKey", "serverKey.txt");

    private LicenceKey() {}

    /** The place with a key, in words for a log; empty where none is configured. The home is {@code user.home}'s. */
    static Optional<String> place(Properties properties, Map<String, String> variables) {
        var byProperty = PROPERTIES.stream()
                .filter(name -> !properties.getProperty(name, "").isBlank())
                .map(name -> "the system property " + name);
        var byVariable = VARIABLES.stream()
                .filter(name -> !variables.getOrDefault(name, "").isBlank())
                .map(name -> "the variable " + name);
        var folder = Path.of(properties.getProperty("user.home", ""), ".vaadin");
        var byFile = FILES.stream().map(folder::resolve).filter(Files::exists).map(file -> "the file " + file);
        return Stream.of(byProperty, byVariable, byFile)
                .flatMap(places -> places)
                .findFirst();
    }
}
