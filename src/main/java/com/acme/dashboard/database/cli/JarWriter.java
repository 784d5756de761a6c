package com.acme.dashboard.database.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.regex.Pattern;

/** Writes commands that a text names, such as {@code ./db migrate:prod}, as they are typed where only the jar is. */
final class JarWriter extends PrintWriter {

    private static final Pattern COMMAND = Pattern.compile("\\./db (?=[a-z])");

    JarWriter(Writer writer) {
        super(writer, true);
    }

    @Override
    public void write(String text) {
        super.write(COMMAND.matcher(text).replaceAll("java -jar dashboard.jar db:"));
    }
}
