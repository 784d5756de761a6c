/** What is different for people when Studio runs by itself: how they enter, who they are, and the way out. */
@NullMarked
package com.acme.dashboard.studio.standalone.ui;

import org.jspecify.annotations.NullMarked;
