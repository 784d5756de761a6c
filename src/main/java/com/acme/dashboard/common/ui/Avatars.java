package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.avatar.AvatarVariant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Pictures of people and companies: the image, else (also where it fails to load) the initials on a colour that stays the same. */
public final class Avatars {

    /**
     * The same as {@link #of}, as markup of a template that is filled in the browser with {@code initials}, {@code color} and
     * {@code image}: see {@link #initials}, {@link #colorIndex}; the image's URL may be empty.
     */
    public static final String MARKUP = """
            <vaadin-avatar aria-hidden="true" theme="filled" .abbr="${item.initials}"
                .colorIndex="${item.color}" .img="${item.image}"></vaadin-avatar>
            """;

    private static final int COLOURS = 7;

    private Avatars() {}

    /** The picture for a name; an empty URL shows the initials. Decorative: the name stands beside it. */
    public static Avatar of(String name, String imageUrl) {
        var avatar = new Avatar(name);
        avatar.setAbbreviation(initials(name));
        avatar.setColorIndex(colorIndex(name));
        avatar.addThemeVariants(AvatarVariant.AURA_FILLED);
        if (!imageUrl.isBlank()) {
            avatar.setImage(imageUrl);
        }
        avatar.getElement().setAttribute("aria-hidden", "true");
        return avatar;
    }

    /** The first letters of the first and the last word. */
    public static String initials(String name) {
        var words = name.strip().split("\\s+");
        return Arrays.stream(words.length > 2 ? new String[] {words[0], words[words.length - 1]} : words)
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    /** Which of the colours {@code --vaadin-user-color-0} to {@code -6} a name has, on every page and every day. */
    public static int colorIndex(String name) {
        return Math.floorMod(name.hashCode(), COLOURS);
    }
}
