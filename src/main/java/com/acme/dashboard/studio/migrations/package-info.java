/** Shows the change sets of the database and what a check of it finds. */
@NullMarked
package com.acme.dashboard.studio.migrations;

import org.jspecify.annotations.NullMarked;
