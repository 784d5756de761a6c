package com.acme.dashboard.common;

/**
 * Rows have been changed by something that does not know who shows them, such as Studio: whatever listens to a change of
 * any kind reads again.
 */
public record AnythingChanged() implements Change {}
