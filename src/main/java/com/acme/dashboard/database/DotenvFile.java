package com.acme.dashboard.database;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file of variables, one {@code NAME=value} a line, as Node's dotenv and shells have them: with {@code export}, comments,
 * blanks, and values in quotes, which may go over several lines. What they pass over is refused, by the number of its line:
 * its text may hold a password.
 */
final class DotenvFile {

    private static final Pattern ENTRY = Pattern.compile("(?:export\\s+)?([\\w.-]+)\\s*=\\s*(.*)");
    /** An escaped quote belongs to the value, unless there is no other that ends it, as behind a Windows directory. */
    private static final Pattern QUOTED = Pattern.compile("([\"'`])((?:\\\\.|(?!\\1)[^\\\\])*+|.*?)\\1\\s*(?:#.*)?");

    private static final Pattern BLANK_OR_COMMENT = Pattern.compile("\\s*(?:#.*)?");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final List<String> lines;
    private int read;

    private DotenvFile(String name, List<String> lines) {
        this.name = name;
        this.lines = lines;
    }

    /** The variables in that file, the last value of each; throws {@link InvalidSettings} where it cannot be read. */
    static Map<String, String> read(Path file) {
        var name = file.getFileName().toString();
        try {
            var text = Files.readString(file);
            var marked = text.startsWith(BYTE_ORDER_MARK);
            return new DotenvFile(name, text.substring(marked ? 1 : 0).lines().toList()).variables();
        } catch (CharacterCodingException e) {
            throw new InvalidSettings("%s cannot be read: it is not in UTF-8.".formatted(name));
        } catch (IOException e) {
            throw new InvalidSettings("%s cannot be read: %s.".formatted(name, FailureMessage.ofFile(e)));
        }
    }

    private Map<String, String> variables() {
        var variables = new HashMap<String, String>();
        while (read < lines.size()) {
            var line = lines.get(read++).strip();
            if (BLANK_OR_COMMENT.matcher(line).matches()) {
                continue;
            }
            var entry = ENTRY.matcher(line);
            if (!entry.matches()) {
                throw invalid("line %d is not NAME=value".formatted(read));
            }
            variables.put(entry.group(1), value(entry.group(2)));
        }
        return variables;
    }

    private String value(String text) {
        var quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            return quoted.group(2);
        }
        if (!text.isEmpty() && "\"'`".indexOf(text.charAt(0)) >= 0) {
            return severalLines(text.charAt(0), text.substring(1));
        }
        var comment = text.indexOf('#');
        return comment < 0 ? text : text.substring(0, comment).strip();
    }

    private String severalLines(char quote, String first) {
        var opened = read;
        var value = new StringBuilder();
        var line = first;
        var end = closing(quote, line);
        while (end < 0 && read < lines.size()) {
            value.append(line).append('\n');
            line = lines.get(read++);
            end = closing(quote, line);
        }
        // Another quote than the one that closes this one belongs to the next variable.
        if (end < 0 || !BLANK_OR_COMMENT.matcher(line.substring(end + 1)).matches()) {
            throw invalid("the quote that line %d opens is not closed".formatted(opened));
        }
        return value.append(line, 0, end).toString();
    }

    /** Where the value ends, or -1 where it does not on this line. */
    private static int closing(char quote, String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == quote) {
                return i;
            }
        }
        return -1;
    }

    private InvalidSettings invalid(String why) {
        return new InvalidSettings("%s cannot be read: %s.".formatted(name, why));
    }
}
