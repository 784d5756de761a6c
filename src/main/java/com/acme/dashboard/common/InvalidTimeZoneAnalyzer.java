package com.acme.dashboard.common;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start with the one line of {@link InvalidTimeZone} instead of a stack trace. */
class InvalidTimeZoneAnalyzer extends AbstractFailureAnalyzer<InvalidTimeZone> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidTimeZone cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
