package com.acme.dashboard.database.generate;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;

/** Something is gone from the code, and nobody has said whether it was renamed or is to be dropped. */
public final class UndecidedDrops extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Gone> gone;

    UndecidedDrops(List<Gone> gone) {
        this(gone, _ -> "");
    }

    /**
     * Of a database with data.
     *
     * @param holds words for what each holds, such as {@code 8 rows}; empty where it holds nothing
     */
    public UndecidedDrops(List<Gone> gone, Function<Gone, String> holds) {
        super(gone.size() == 1 ? question(gone.getFirst(), holds) : questions(gone, holds));
        this.gone = List.copyOf(gone);
    }

    private static String question(Gone gone, Function<Gone, String> holds) {
        return "%s is gone from the code: add %s if it was renamed, or --allow-drops to drop it with what it holds."
                .formatted(named(gone, holds), renaming(gone));
    }

    private static String questions(List<Gone> gone, Function<Gone, String> holds) {
        return "%d things are gone from the code: %s.\nAdd %s for each that was renamed, or --allow-drops to drop the others with what they hold."
                .formatted(
                        gone.size(),
                        gone.stream()
                                .map(each -> StringUtils.uncapitalize(named(each, holds)))
                                .collect(Collectors.joining(", ")),
                        gone.stream().map(UndecidedDrops::renaming).collect(Collectors.joining(" or ")));
    }

    private static String named(Gone gone, Function<Gone, String> holds) {
        var held = holds.apply(gone);
        return gone.described() + (held.isEmpty() ? "" : " (" + held + ")");
    }

    private static String renaming(Gone gone) {
        var candidates = gone.candidates();
        return "--rename " + gone.renamedTo(candidates.isEmpty() ? "NEW" : candidates.getFirst());
    }

    /** Each of them. */
    public List<Gone> gone() {
        return gone;
    }
}
