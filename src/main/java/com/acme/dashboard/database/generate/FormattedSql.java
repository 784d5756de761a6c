package com.acme.dashboard.database.generate;

import java.util.ArrayList;
import java.util.List;

/** Writes planned change sets as a file of formatted SQL. */
public final class FormattedSql {

    private FormattedSql() {}

    /**
     * The text of the file.
     *
     * @param id of the first change set; the others' begin with it
     */
    public static String write(String id, String author, List<PlannedChangeSet> changeSets) {
        var text = new StringBuilder("--liquibase formatted sql\n");
        for (var changeSet : changeSets) {
            text.append("\n--changeset ").append(author).append(':').append(id).append(changeSet.suffix());
            if (!changeSet.inTransaction()) {
                text.append(" runInTransaction:false");
            }
            if (!changeSet.split()) {
                text.append(" splitStatements:false");
            }
            if (hasBlock(changeSet)) {
                text.append(" rollbackSplitStatements:false");
            }
            text.append("\n--comment: ").append(changeSet.comment()).append('\n');
            for (var statement : changeSet.statements()) {
                text.append("\n-- ").append(statement.comment()).append('\n');
                text.append(statement.sql()).append(";\n");
            }
            text.append('\n').append(rollback(changeSet.statements()));
        }
        return text.toString();
    }

    /** Liquibase would cut it at the semicolons inside. */
    private static boolean hasBlock(PlannedChangeSet changeSet) {
        return changeSet.statements().stream()
                .flatMap(statement -> statement.undo().stream())
                .anyMatch(sql -> sql.startsWith("do "));
    }

    private static String rollback(List<PlannedStatement> statements) {
        var undo = new ArrayList<String>();
        statements.reversed().forEach(statement -> undo.addAll(statement.undo()));
        if (undo.isEmpty()) {
            return "--rollback not required\n";
        }
        var text = new StringBuilder();
        undo.forEach(statement -> (statement + ";")
                .lines()
                .forEach(line -> text.append("--rollback ").append(line).append('\n')));
        return text.toString();
    }
}
