package com.acme.dashboard.todos;

/** Where a todo goes that is moved without saying beside which other one. */
public enum TodoStep {
    UP,
    DOWN,
    TOP,
    BOTTOM
}
