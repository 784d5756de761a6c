package com.acme.dashboard.common.ui.list;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** What stands in a row: a template filled in the browser, so that thousands of rows cost the server no components. */
public final class RowTemplate {

    private RowTemplate() {}

    /**
     * Fills a template with those of the properties and functions that it names; only they travel to the browser.
     *
     * @param words what {@code ${item.…}} of these names stands for in every row, in the person's language; it may name
     *     properties, and is written into the template once instead of travelling with each row
     */
    public static <T> LitRenderer<T> fill(
            String template,
            Map<String, String> words,
            Map<String, ValueProvider<T, ?>> properties,
            Map<String, SerializableConsumer<T>> functions) {
        var worded = words.entrySet().stream()
                .reduce(
                        template,
                        (text, word) ->
                                text.replace("${item." + word.getKey() + "}", HtmlUtils.htmlEscape(word.getValue())),
                        (one, other) -> other);
        return fill(worded, properties, functions);
    }

    /** The same without words. */
    public static <T> LitRenderer<T> fill(
            String template,
            Map<String, ValueProvider<T, ?>> properties,
            Map<String, SerializableConsumer<T>> functions) {
        var renderer = LitRenderer.<T>of(template);
        properties.forEach((name, value) -> {
            if (template.contains("item." + name + "}") || template.contains("item." + name + " ")) {
                renderer.withProperty(name, value);
            }
        });
        functions.forEach((name, function) -> {
            if (template.contains("@click=\"${" + name + "}")) {
                renderer.withFunction(name, function);
            }
        });
        return renderer;
    }
}
