package com.acme.dashboard.todos;

import com.acme.dashboard.common.Change;

/** Todos have been created, changed, moved or deleted. */
public record TodosChanged() implements Change {}
