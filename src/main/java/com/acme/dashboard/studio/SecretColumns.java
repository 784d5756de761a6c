package com.acme.dashboard.studio;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which columns are shown to nobody, exported to nobody and edited by nobody: those of passwords, whatever table they are in. */
@Component
public class SecretColumns {

    /** Stands where a secret would. */
    public static final String MASK = "••••••••";

    /** A hash that bcrypt made, or what is left of one where a text was cut, wherever it stands. */
    private static final Pattern HASH = Pattern.compile("\\$2[abxy]\\$\\d\\d\\$[./A-Za-z0-9]{1,53}");

    /** The same in the hexadecimal digits in which bytes are shown. */
    private static final Pattern HASH_IN_HEX = Pattern.compile("2432(61|62|78|79)24(3[0-9]){2}24([2-7][0-9a-f]){1,53}");

    private static final Pattern NAME = Pattern.compile(
            "(rol|(encrypted|hashed)_?)?passwords?|password_?(hash|digest)|passwd|pwd", Pattern.CASE_INSENSITIVE);

    /** What matches such a column's name, in regular expressions of Java and PostgreSQL alike, without regard to case. */
    public String names() {
        return "^(" + NAME.pattern() + ")$";
    }

    /** Whether a column of that name is one in any table. */
    public boolean isSecretName(String column) {
        return NAME.matcher(column).matches();
    }

    /** The text with a mask in place of each password's hash that it holds, or of the beginning of one. */
    public String mask(String text) {
        var masked = text.indexOf('$') < 0 ? text : HASH.matcher(text).replaceAll(MASK);
        return masked.contains("2432") ? HASH_IN_HEX.matcher(masked).replaceAll(MASK) : masked;
    }
}
