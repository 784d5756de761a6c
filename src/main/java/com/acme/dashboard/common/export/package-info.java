/** What exports have in common, whatever their rows are: only so many at a time, each only for so long, and none that nobody can end. */
@NullMarked
package com.acme.dashboard.common.export;

import org.jspecify.annotations.NullMarked;
