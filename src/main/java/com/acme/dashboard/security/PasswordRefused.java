package com.acme.dashboard.security;

/** A new password that is not taken; the message says why in English, the reason has the key of the translated text. */
public final class PasswordRefused extends RuntimeException {

    /** What is wrong with the password. */
    public enum Reason {
        TOO_SHORT(
                "password.too-short", "A password needs at least " + Accounts.MINIMUM_PASSWORD_LENGTH + " characters."),
        TOO_LONG(
                "password.too-long",
                "A password can have at most " + BcryptPasswords.MAXIMUM_BYTES
                        + " bytes (letters with accents and other signs count as two to four).");

        private final String textKey;
        private final String message;

        Reason(String textKey, String message) {
            this.textKey = textKey;
            this.message = message;
        }

        /** The key of the text for a user. */
        public String textKey() {
            return textKey;
        }
    }

    private final Reason reason;

    PasswordRefused(Reason reason) {
        super(reason.message);
        this.reason = reason;
    }

    /** What is wrong with the password. */
    public Reason reason() {
        return reason;
    }
}
