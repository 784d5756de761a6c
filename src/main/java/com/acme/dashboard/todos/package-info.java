/** Todos: the aggregate, its order and its service. */
@NullMarked
package com.acme.dashboard.todos;

import org.jspecify.annotations.NullMarked;
