package com.acme.dashboard;

import com.vaadin.browserless.SpringBrowserlessTest;
import java.util.Set;

/** A test of pages on the server's side alone, without a browser. */
public abstract class BrowserlessTest extends SpringBrowserlessTest {

    /** The same for all: each search for routes goes through every jar of the class path, and is done once for what it is told. */
    @Override
    protected Set<String> scanPackages() {
        return Set.of(Application.class.getPackageName());
    }
}
