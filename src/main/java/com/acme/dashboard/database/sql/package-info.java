/** SQL and the files of change sets as text: cut by PostgreSQL's lexical rules, without a database. */
@NullMarked
package com.acme.dashboard.database.sql;

import org.jspecify.annotations.NullMarked;
