/** What every feature needs and none owns: money, dates, paging. */
@NullMarked
package com.acme.dashboard.common;

import org.jspecify.annotations.NullMarked;
