package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.sql.ChangeSetText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import liquibase.changelog.ChangeSet;
import liquibase.resource.ResourceAccessor;

/** What stands in the file of a change set, to the letter. */
final class ChangeSetSource {

    private static final String ALGORITHM = "SHA-256";

    /** What every fingerprint begins with. */
    static final String FINGERPRINT = ALGORITHM + ":";

    private ChangeSetSource() {}

    /** Its text; empty where the file is no formatted SQL. */
    static Optional<ChangeSetText> textOf(ChangeSet changeSet, ResourceAccessor root) {
        try {
            for (var resource : root.getAll(changeSet.getChangeLog().getPhysicalFilePath())) {
                try (var stream = resource.openInputStream()) {
                    var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    return ChangeSetText.read(text).stream()
                            .filter(found -> found.isNamed(changeSet.getAuthor(), changeSet.getId()))
                            .findFirst();
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A hash of its text, which tells more than Liquibase's checksum: that one leaves out white space, the header, comments and
     * the way back. Empty where the text may become another one, and where there is none.
     */
    static Optional<String> fingerprintOf(ChangeSet changeSet, ResourceAccessor root) {
        if (Changelog.isData(Changelog.nameOf(changeSet))
                || changeSet.isRunOnChange()
                || !changeSet.getValidCheckSums().isEmpty()) {
            return Optional.empty();
        }
        return textOf(changeSet, root)
                .map(text -> text.header() + "\n" + text.sql().strip())
                // As in a checkout with the other kind of line endings.
                .map(text -> FINGERPRINT + HexFormat.of().formatHex(hash(text.replaceAll("\\R", "\n"))));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance(ALGORITHM).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has it", e);
        }
    }
}
