package com.acme.dashboard.studio;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which columns are shown to nobody, exported to nobody and edited by nobody: those of passwords, whatever table they are in. */
@Component
class SecretColumns {

    /** A hash that bcrypt made, wherever it stands in a text. */
    private static final Pattern HASH = Pattern.compile("\\$2[abxy]\\$\\d\\d\\$[./A-Za-z0-9]{53}");

    private static final Pattern NAME =
            Pattern.compile("(rol)?passwords?|password_?hash|passwd", Pattern.CASE_INSENSITIVE);

    static final String MASK = "••••••••";

    /** Whether the column of that table is one. */
    boolean contains(TableName table, String column) {
        return isSecretName(column);
    }

    /** What matches such a column's name, in regular expressions of Java and PostgreSQL alike, without regard to case. */
    String names() {
        return "^(" + NAME.pattern() + ")$";
    }

    /** Whether a column of that name is one in any table. */
    boolean isSecretName(String column) {
        return NAME.matcher(column).matches();
    }

    /** The text with a mask in place of each password's hash that it holds. */
    String mask(String text) {
        return text.indexOf('$') < 0 ? text : HASH.matcher(text).replaceAll(MASK);
    }
}
