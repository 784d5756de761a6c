/** What every feature needs and none owns: money, the time zone, ids, search words, sorting, changes, and why a start fails. */
@NullMarked
package com.acme.dashboard.common;

import org.jspecify.annotations.NullMarked;
