package com.acme.dashboard.studio.standalone.ui;

/**
 * Who enters, and what they look into.
 *
 * @param token lets them in
 * @param person the name by which they are known on this machine
 * @param database which database it is, in words for them
 */
public record StandaloneAccess(SignInToken token, String person, String database) {}
