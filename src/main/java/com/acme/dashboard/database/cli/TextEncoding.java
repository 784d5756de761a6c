package com.acme.dashboard.database.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a command reads and writes letters as bytes. */
final class TextEncoding {

    private TextEncoding() {}

    /** As the system's locale does; where there is none, as in containers and under cron, it knows English letters only. */
    static Charset of(Charset locale) {
        return locale.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : locale;
    }
}
