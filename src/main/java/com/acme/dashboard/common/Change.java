package com.acme.dashboard.common;

/**
 * Something that open pages show has changed, for every event that says so: published inside the transaction that makes the
 * change, it reaches the pages once that is committed.
 */
public interface Change {}
