package com.acme.dashboard.database.migration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Whoever writes a change set: the name that git knows, else that of the account. */
final class Author {

    private Author() {}

    static String in(Path checkout) {
        var name = clean(git(checkout));
        return name.isEmpty() ? clean(System.getProperty("user.name", "")) : name;
    }

    private static String git(Path checkout) {
        try {
            var git = new ProcessBuilder("git", "config", "user.name")
                    .directory(checkout.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var name = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor(5, TimeUnit.SECONDS) && git.exitValue() == 0 ? name : "";
        } catch (IOException e) {
            // No git here.
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** A colon would end the author in a change set's line, a quotation mark begin another syntax. */
    private static String clean(String name) {
        return name.replaceAll("[\":\\p{Cntrl}]", " ").replaceAll("\\s+", " ").strip();
    }
}
