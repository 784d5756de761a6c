package com.acme.dashboard.database.generate;

import java.util.List;
import java.util.stream.Collectors;

/** Something is gone from the code, and nobody has said whether it was renamed or is to be dropped. */
public final class UndecidedDrops extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Gone> gone;

    UndecidedDrops(List<Gone> gone) {
        super(gone.stream()
                .map(each ->
                        "%s is gone from the code: add --rename %s if it was renamed, or --allow-drops to drop it with what it holds."
                                .formatted(
                                        each.described(),
                                        each.renamedTo(
                                                each.candidates().isEmpty()
                                                        ? "NEW"
                                                        : each.candidates().getFirst())))
                .collect(Collectors.joining("\n")));
        this.gone = List.copyOf(gone);
    }

    /** Each of them. */
    public List<Gone> gone() {
        return gone;
    }
}
