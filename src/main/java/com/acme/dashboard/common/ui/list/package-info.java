/** What lists of records share: the grid, its order, search and selection, where it was left, and how it is printed. */
@NullMarked
package com.acme.dashboard.common.ui.list;

import org.jspecify.annotations.NullMarked;
