package com.acme.dashboard.common.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import java.util.Map;

/** What stands in a row: a template filled in the browser, so that thousands of rows cost the server no components. */
public final class RowTemplate {

    private RowTemplate() {}

    /** Fills a template with those of the properties and functions that it names; only they travel to the browser. */
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
