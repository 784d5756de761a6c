package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.CommandNames;
import java.io.PrintWriter;
import java.io.Writer;

/** Writes commands that a text names, such as {@code ./db migrate:prod}, as they are typed where only the jar is. */
final class JarWriter extends PrintWriter {

    JarWriter(Writer writer) {
        super(writer, true);
    }

    @Override
    public void write(String text) {
        super.write(CommandNames.forJar(text));
    }
}
