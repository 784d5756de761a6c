package com.acme.dashboard.database.safety;

import com.acme.dashboard.database.sql.ChangeSetText;
import com.acme.dashboard.database.sql.SqlToken;
import com.acme.dashboard.database.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what would lock a database in use, lose its data or break the program that is running. A comment
 * {@code -- safe: rule-name: reason} on a line above a statement silences that rule for that statement; it must give a
 * reason. What is done to a table that the same change set makes is safe.
 */
public final class SafetyRules {

    private static final Pattern SILENCE = Pattern.compile("^\\s*safe\\s*:\\s*([\\w-]*)\\s*:?\\s*(.*)$");

    private final String file;
    private final List<SafetyFinding> findings = new ArrayList<>();

    private SafetyRules(String file) {
        this.file = file;
    }

    /**
     * The findings in a file of formatted SQL, by line.
     *
     * @param file its path, for the findings
     * @param text what it holds
     */
    public static List<SafetyFinding> check(String file, String text) {
        var rules = new SafetyRules(file);
        var validated = new NotNullChecks();
        for (var changeSet : ChangeSetText.read(text)) {
            rules.check(changeSet, validated);
        }
        return rules.findings.stream()
                .sorted(Comparator.comparingInt(SafetyFinding::line))
                .toList();
    }

    private void check(ChangeSetText changeSet, NotNullChecks notNull) {
        var statements = changeSet.statements();
        var above = statements.isEmpty()
                ? changeSet.tokens()
                : statements.getFirst().commentsAbove();
        changeSet.tokens().stream()
                .filter(token -> token.kind() == Kind.UNCLOSED)
                .forEach(token ->
                        findings.add(SafetyRule.UNREADABLE.finding(file, token.line(), "unclosed " + token.text())));
        changeSet.tokens().stream()
                .filter(SafetyRules::isVainSilence)
                .forEach(token -> findings.add(SafetyRule.SILENCE_WITHOUT_REASON.finding(
                        file, token.line(), "--" + token.text().stripTrailing())));
        if (changeSet.isFormatted()
                && !changeSet.hasRollback()
                && !silenced(above).contains(SafetyRule.MISSING_ROLLBACK)) {
            findings.add(SafetyRule.MISSING_ROLLBACK.finding(file, changeSet.line(), changeSet.header()));
        }
        var check = new ChangeSetCheck(changeSet, statements, notNull);
        for (var statement : statements) {
            var found = check.of(statement);
            found.removeAll(silenced(statement.commentsAbove()));
            found.forEach(rule -> findings.add(rule.finding(file, statement.line(), statement.text())));
        }
    }

    private static Set<SafetyRule> silenced(List<SqlToken> comments) {
        var rules = EnumSet.noneOf(SafetyRule.class);
        for (var comment : comments) {
            var silence = SILENCE.matcher(comment.text());
            if (comment.kind() == Kind.COMMENT
                    && silence.matches()
                    && !silence.group(2).isBlank()) {
                SafetyRule.named(silence.group(1)).ifPresent(rules::add);
            }
        }
        return rules;
    }

    private static boolean isVainSilence(SqlToken token) {
        var silence = SILENCE.matcher(token.text());
        return token.kind() == Kind.COMMENT
                && silence.matches()
                && (silence.group(2).isBlank()
                        || SafetyRule.named(silence.group(1)).isEmpty());
    }
}
