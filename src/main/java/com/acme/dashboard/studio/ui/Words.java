package com.acme.dashboard.studio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Pre;

/** Texts that are not in the language of the page, and what becomes of them. */
public final class Words {

    private Words() {}

    /** Says that it is in English, whatever the page's language is. */
    public static <C extends Component> C inEnglish(C component) {
        component.getElement().setAttribute("lang", "en");
        return component;
    }

    /** The name of a file, of a name that may hold anything: what every file system takes. */
    static String fileName(String name, String ending) {
        return name.replaceAll("[^\\p{L}\\p{N}_-]+", "_") + "." + ending;
    }

    /** SQL, line by line, which the keyboard can scroll where it is wider than the page. */
    public static Pre sql(String text) {
        var sql = new Pre(text);
        sql.addClassName("studio-code");
        sql.getElement().setAttribute("tabindex", "0").setAttribute("translate", "no");
        return sql;
    }
}
