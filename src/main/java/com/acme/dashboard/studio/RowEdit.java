package com.acme.dashboard.studio;

import java.util.List;

/** A change of one row, which is not applied yet. */
public sealed interface RowEdit {

    /** Gives columns a value; empty where the row goes. */
    List<Assignment> values();

    /**
     * A new row.
     *
     * @param values every other column gets its default
     */
    record Insert(List<Assignment> values) implements RowEdit {

        public Insert {
            values = List.copyOf(values);
        }
    }

    /**
     * Other values in a row that was read.
     *
     * @param row in the version that was read
     * @param values at least one; every other column stays as it is
     */
    record Change(RowIdentity row, List<Assignment> values) implements RowEdit {

        public Change {
            values = List.copyOf(values);
        }
    }

    /**
     * The row goes.
     *
     * @param row in the version that was read
     */
    record Delete(RowIdentity row) implements RowEdit {

        @Override
        public List<Assignment> values() {
            return List.of();
        }
    }
}
