package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.Row;
import com.acme.dashboard.studio.RowEdit;
import org.jspecify.annotations.Nullable;

/**
 * A change that waits to be applied.
 *
 * @param read the row as it was read; null for a new one
 */
record StagedChange(@Nullable Row read, RowEdit edit) {}
