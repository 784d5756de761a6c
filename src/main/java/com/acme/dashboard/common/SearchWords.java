package com.acme.dashboard.common;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a query, all of which must be found. */
public final class SearchWords {

    /** So many words of a query count. */
    public static final int MAX_WORDS = 8;

    /** So many characters of a query count. */
    public static final int MAX_QUERY_LENGTH = 200;

    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cs}]+");

    private SearchWords() {}

    /** What counts of a query: its first characters, without the space around it. */
    public static String cut(String query) {
        return Characters.first(query.strip(), MAX_QUERY_LENGTH);
    }

    /** The first words, each once. What no database text can hold separates words like a space. */
    public static List<String> of(String query) {
        return Stream.of(GAPS.split(query))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MAX_WORDS)
                .toList();
    }

    /** The pattern for SQL's {@code like} that finds the word anywhere and takes each of its characters as it is. */
    public static String likePattern(String word) {
        return "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }
}
