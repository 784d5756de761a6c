/** What the dashboard page shows that no other feature knows: the revenue as the books have it. */
@NullMarked
package com.acme.dashboard.overview;

import org.jspecify.annotations.NullMarked;
