/** What every list is made of: rows by the million, sorted, searched, selected, taken along as a file and printed. */
@NullMarked
package com.acme.dashboard.common.ui.list;

import org.jspecify.annotations.NullMarked;
