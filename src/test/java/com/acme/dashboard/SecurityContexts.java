package com.acme.dashboard;

import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Whichever application of a process is started last says where it is kept who is signed in: lets the application of these
 * tests say so while they run, whichever was started meanwhile, and leaves it as that of other tests has it.
 */
final class SecurityContexts implements BeforeAllCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(SecurityContexts.class);

    @Override
    public void beforeAll(ExtensionContext test) {
        test.getStore(OWN).put(SecurityContextHolderStrategy.class, SecurityContextHolder.getContextHolderStrategy());
        SecurityContextHolder.setContextHolderStrategy(
                SpringExtension.getApplicationContext(test).getBean(SecurityContextHolderStrategy.class));
    }

    @Override
    public void afterAll(ExtensionContext test) {
        SecurityContextHolder.setContextHolderStrategy(Objects.requireNonNull(
                test.getStore(OWN).get(SecurityContextHolderStrategy.class, SecurityContextHolderStrategy.class)));
    }
}
