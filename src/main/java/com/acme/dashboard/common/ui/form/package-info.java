/** What every form does with what is typed: kept until it is saved, not lost on the way out, nor over somebody else's. */
@NullMarked
package com.acme.dashboard.common.ui.form;

import org.jspecify.annotations.NullMarked;
