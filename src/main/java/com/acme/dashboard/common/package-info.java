/** What every feature needs and none owns: money, the time zone, ids, search words, sorting and changes. */
@NullMarked
package com.acme.dashboard.common;

import org.jspecify.annotations.NullMarked;
