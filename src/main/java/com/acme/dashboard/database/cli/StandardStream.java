package com.acme.dashboard.database.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Standard output or error. It tells that a disk is full, which {@link System#out} keeps to itself, and not that nobody reads
 * any more: {@code ./db status | head -1} wants no more than that.
 */
final class StandardStream extends FilterOutputStream {

    /** As Linux, macOS and Windows say it. */
    private static final Pattern UNREAD = Pattern.compile("(?i)broken pipe|pipe is being closed|pipe has been ended");

    StandardStream(FileDescriptor stream) {
        super(new FileOutputStream(stream));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            if (!UNREAD.matcher(Objects.requireNonNullElse(e.getMessage(), "")).find()) {
                throw e;
            }
        }
    }
}
