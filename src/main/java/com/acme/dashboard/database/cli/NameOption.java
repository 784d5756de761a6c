package com.acme.dashboard.database.cli;

import picocli.CommandLine.Option;

/** What the person is called whose account is made. */
final class NameOption {

    @Option(names = "--name", paramLabel = "NAME", description = "The person's name; else what is before the @.")
    private String name = "";

    String valueOr(EmailParameter email) {
        return name.isBlank() ? email.value().substring(0, email.value().indexOf('@')) : name;
    }
}
