package com.acme.dashboard.database.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** What somebody types, or a script hands over. */
final class TypedAnswers implements Terminal {

    final Queue<String> lines = new ArrayDeque<>();
    final List<String> questions = new ArrayList<>();
    boolean interactive;

    @Override
    public boolean isInteractive() {
        return interactive;
    }

    @Override
    public String ask(String question) {
        questions.add(question);
        return lines.remove();
    }

    @Override
    public Optional<String> readSecret(String prompt) {
        questions.add(prompt);
        return Optional.ofNullable(lines.poll());
    }
}
