package com.acme.dashboard.database.safety;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is looked for: in the spirit of strong_migrations and squawk, for PostgreSQL 14 and later. */
enum SafetyRule {
    DROP_TABLE(
            "The table's rows are lost, and a program that still uses it fails.",
            "First release a program that does not use it; drop it in a later release, after a backup."),
    DROP_COLUMN(
            "The column's values are lost, and a program that still reads or writes it fails.",
            "First release a program that does not use it; drop it in a later release, after a backup."),
    DROP_SCHEMA(
            "Everything in it is lost.",
            "Drop its tables one by one, each after a release that does not use it any more."),
    DROP_CASCADE(
            "CASCADE also drops what nobody has listed, such as views, foreign keys and columns.",
            "Name what is to go, one statement each."),
    RENAME_TABLE(
            "The program that is running knows the old name and fails until the new one is started everywhere.",
            "Make a view of the new name, release, and rename when nobody uses the old name any more."),
    RENAME_COLUMN(
            "The program that is running knows the old name and fails until the new one is started everywhere.",
            "Add a column, write both, copy in batches, read the new one, drop the old one in a later release."),
    RENAME_VALUE(
            "The program that is running knows the old value and fails where it meets the new one.",
            "Add the new value, release a program that knows both, change the rows in batches."),
    CHANGE_TYPE(
            "Most changes of a type rewrite the table and its indexes and lock readers and writers out meanwhile.",
            "Add a column of the new type, write both, copy in batches, then use it. A varchar made longer or turned into text rewrites nothing: say so in the comment."),
    SET_NOT_NULL(
            "Every row is read while readers and writers are locked out.",
            "Add constraint … check (column is not null) not valid, validate it in a change set of its own, then set not null and drop the check."),
    ADD_NOT_NULL_COLUMN(
            "It fails where the table has rows, and a program that does not know the column can insert none.",
            "Give it a default, or add it nullable, fill it in batches, and set not null by a validated check."),
    FOREIGN_KEY_WITHOUT_NOT_VALID(
            "Every row is looked up while writers to both tables are locked out.",
            "Add the column alone; add constraint … foreign key … not valid; validate constraint in a change set of its own."),
    CHECK_WITHOUT_NOT_VALID(
            "Every row is read while readers and writers are locked out.",
            "Add constraint … check (…) not valid, and validate it in a change set of its own."),
    VALIDATE_WITH_ADD(
            "The lock of adding the constraint is held while all rows are validated, as if NOT VALID were not there.",
            "Validate in a change set of its own."),
    UNIQUE_WITHOUT_INDEX(
            "The index behind it is built while writers and readers are locked out.",
            "Create unique index concurrently outside of a transaction, then add constraint … using index."),
    EXCLUDE_CONSTRAINT(
            "Its index is built while readers and writers are locked out, and there is no way to build it beforehand.",
            "Make the table anew with the constraint and move over, or do it while nobody works."),
    INDEX_WITHOUT_CONCURRENTLY(
            "Writers are locked out until the index is built.",
            "Create index concurrently, in a change set with runInTransaction:false."),
    DROP_INDEX_WITHOUT_CONCURRENTLY(
            "It waits for every query on the table, and all later ones queue behind it.",
            "Drop index concurrently, in a change set with runInTransaction:false."),
    REINDEX_WITHOUT_CONCURRENTLY(
            "Writers are locked out until the index is built anew.",
            "Reindex concurrently, in a change set with runInTransaction:false."),
    REFRESH_WITHOUT_CONCURRENTLY(
            "Readers are locked out until the view is filled anew.",
            "Refresh materialized view concurrently, which needs a unique index on it."),
    CONCURRENTLY_IN_TRANSACTION(
            "PostgreSQL refuses CONCURRENTLY inside a transaction.",
            "Put it into a change set of its own with runInTransaction:false, whose statements are split."),
    CONCURRENTLY_NOT_REPEATABLE(
            "A build that is interrupted leaves an invalid index, which IF NOT EXISTS takes for a good one and which makes the next try fail without it.",
            "Put drop index concurrently if exists … of the same name before it."),
    VOLATILE_DEFAULT(
            "A default that differs from row to row rewrites the table while readers and writers are locked out.",
            "Add the column without it, set the default in a second statement, and fill the old rows in batches."),
    STORED_COLUMN(
            "A generated column that is stored rewrites the table while readers and writers are locked out.",
            "Add an ordinary column that a trigger keeps, and fill the old rows in batches."),
    REWRITE(
            "The table is written anew while readers and writers are locked out.",
            "Do it while nobody works, or with pg_repack; vacuum without FULL locks nobody out."),
    SERIAL(
            "The sequence of a serial column has rights and an owner of its own, and its default can be overwritten.",
            "Write bigint generated by default as identity."),
    JSON("The type json has no equality, which breaks distinct and group by, and no index.", "Use jsonb."),
    CHAR(
            "char(n) is padded with blanks, which are then ignored or not, depending on the function.",
            "Use text or varchar(n)."),
    TIMESTAMP("A timestamp without time zone does not say which moment it is.", "Use timestamptz."),
    TRUNCATE(
            "All rows are lost, and readers and writers are locked out.",
            "Delete by a condition, in batches, after a backup."),
    UPDATE_ALL(
            "Every row is written in one transaction: all of them stay locked until its end, and the table grows to twice its size.",
            "Update in batches by ranges of the key, outside of the change sets."),
    DELETE_ALL("Every row is lost.", "Delete by a condition, in batches, after a backup."),
    MIXED_SCHEMA_AND_DATA(
            "The locks of the schema's change are held while rows are changed.",
            "Put the rows into a change set of their own."),
    LOCK_TABLE(
            "Others wait from here to the end of the change set, and all later queries behind them.",
            "Do without: the statements take the locks that they need, each as late as it can."),
    TRANSACTION_CONTROL(
            "The change set's transaction ends here, so that a failure leaves half of it and its entry in the journal is not part of it.",
            "Leave it out: each change set is one transaction; runInTransaction:false means none."),
    MISSING_ROLLBACK(
            "./db rollback cannot undo it.",
            "Add lines with --rollback and the SQL, or --rollback not required where there is nothing to undo."),
    UNREADABLE("A string, a name or a comment that begins here is not closed.", "Close it."),
    SILENCE_WITHOUT_REASON(
            "A silenced rule needs a reason that a reviewer can judge.",
            "Write -- safe: rule-name: reason, with the name of a rule.");

    private final String why;
    private final String safeWay;

    SafetyRule(String why, String safeWay) {
        this.why = why;
        this.safeWay = safeWay;
    }

    /** What comments and findings call it, such as {@code drop-table}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<SafetyRule> named(String id) {
        return Stream.of(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }

    SafetyFinding finding(String file, int line, String statement) {
        return new SafetyFinding(file, line, id(), statement, why, safeWay);
    }
}
