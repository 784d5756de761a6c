package com.acme.dashboard.studio.ui;

/** The parts of Studio, in the order of their links. */
public enum StudioSection {
    DATA("", "studio.data"),
    SQL("sql", "studio.sql"),
    SCHEMA("schema", "studio.schema"),
    MIGRATIONS("migrations", "studio.migrations"),
    AUDIT("audit", "studio.audit");

    /** Where Studio is. */
    public static final String ROOT = "dashboard/studio";

    private final String segment;
    private final String title;

    StudioSection(String segment, String title) {
        this.segment = segment;
        this.title = title;
    }

    String path() {
        return segment.isEmpty() ? ROOT : ROOT + "/" + segment;
    }

    /** Whether a page is in it, given its path. */
    boolean holds(String page) {
        return page.equals(path()) || (this != DATA && page.startsWith(path() + "/"));
    }

    /** The key of its name. */
    String title() {
        return title;
    }

    /** What tests and scripts look for. */
    String testId() {
        return "studio-" + (segment.isEmpty() ? "data" : segment);
    }
}
