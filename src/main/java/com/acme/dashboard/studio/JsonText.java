package com.acme.dashboard.studio;

import java.io.StringWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Lays JSON out for people. What the type {@code json} keeps stays: keys that repeat, their order, digits of numbers. */
final class JsonText {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DefaultIndenter LINES = new DefaultIndenter("    ", "\n");
    private static final ObjectWriter WRITER = JSON.writer()
            .with(new DefaultPrettyPrinter(Separators.createDefaultInstance().withObjectNameValueSpacing(Spacing.AFTER))
                    .withObjectIndenter(LINES)
                    .withArrayIndenter(LINES));

    private JsonText() {}

    /** With line breaks and indentation; as it came where that makes it longer than so many characters, or is not possible. */
    static String indented(String json, int longest) {
        var text = new StringWriter();
        try (var parser = JSON.createParser(json);
                var generator = WRITER.createGenerator(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric()) {
                    generator.writeNumber(parser.getString());
                } else {
                    generator.copyCurrentEvent(parser);
                }
                if (text.getBuffer().length() > longest) {
                    return json;
                }
            }
        } catch (JacksonException _) {
            // It is nested deeper, or has a longer name, than the library reads.
            return json;
        }
        return text.toString();
    }
}
