/** The page of the todos. */
@NullMarked
package com.acme.dashboard.todos.ui;

import org.jspecify.annotations.NullMarked;
