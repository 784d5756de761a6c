package com.acme.dashboard.studio;

/** As what rows can be exported. */
public enum RowFormat {
    /** After RFC 4180, in UTF-8. No value is an empty field, an empty text a quoted one. */
    CSV("text/csv;charset=utf-8"),
    /** One array with an object for each row. */
    JSON("application/json"),
    /** One {@code insert} for each row, for the same table elsewhere. */
    SQL("application/sql");

    private final String mediaType;

    RowFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** As {@code Content-Type} takes it. */
    public String mediaType() {
        return mediaType;
    }
}
