package com.acme.dashboard.database.generate;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        super(gone.stream().map(each -> question(each, holds.apply(each))).collect(Collectors.joining("\n")));
        this.gone = List.copyOf(gone);
    }

    private static String question(Gone gone, String holds) {
        return "%s%s is gone from the code: add --rename %s if it was renamed, or --allow-drops to drop it with what it holds."
                .formatted(
                        gone.described(),
                        holds.isEmpty() ? "" : " (" + holds + ")",
                        gone.renamedTo(
                                gone.candidates().isEmpty()
                                        ? "NEW"
                                        : gone.candidates().getFirst()));
    }

    /** Each of them. */
    public List<Gone> gone() {
        return gone;
    }
}
