/** Who is who: accounts, sign-in, throttling, roles, sessions. */
@NullMarked
package com.acme.dashboard.security;

import org.jspecify.annotations.NullMarked;
