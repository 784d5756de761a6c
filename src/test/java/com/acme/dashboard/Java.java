package com.acme.dashboard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How tests start the JDK that they run on as a process of its own. */
public final class Java {

    private Java() {}

    /** The command with these words behind it, and with options that spare the processor: no test lives long. */
    public static List<String> command(List<String> words) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(words);
        return command;
    }

    /** The same. */
    public static List<String> command(String... words) {
        return command(List.of(words));
    }
}
