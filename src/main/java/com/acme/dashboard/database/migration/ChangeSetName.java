package com.acme.dashboard.database.migration;

/**
 * What identifies a change set: the file it stands in (below the parent of {@code db-changelog/}, the same from a
 * checkout and from the jar), its author and its id.
 */
public record ChangeSetName(String file, String author, String id) {

    /** The file and, where it differs from the file's name, the id: what a person would look for. */
    @Override
    public String toString() {
        return file.endsWith("/" + id + ".sql") ? file : file + " (" + id + ")";
    }
}
