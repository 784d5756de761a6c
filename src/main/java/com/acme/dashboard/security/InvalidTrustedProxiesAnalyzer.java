package com.acme.dashboard.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start with the one line of {@link InvalidTrustedProxies} instead of a stack trace. */
class InvalidTrustedProxiesAnalyzer extends AbstractFailureAnalyzer<InvalidTrustedProxies> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidTrustedProxies cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
