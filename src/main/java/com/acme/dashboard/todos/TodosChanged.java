package com.acme.dashboard.todos;

/** Todos have been created, changed, moved or deleted. Listen after the commit to see the new state. */
public record TodosChanged() {}
