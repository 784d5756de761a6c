package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JournalTest {

    @Test
    void all_change_sets_of_a_run_are_told_with_the_tag_that_it_left_at_its_last_one() {
        var journal = List.of(
                entry("1", null, "a"),
                entry("2", "first run", "a"),
                entry("3", null, null),
                entry("4", "by hand", null),
                entry("5", null, "b"),
                entry("6", "second run", "b"));

        assertThat(Journal.applied(journal))
                .extracting(applied -> applied.name().id() + " " + applied.run())
                .containsExactly("1 first run", "2 first run", "3 null", "4 null", "5 second run", "6 second run");
    }

    @Test
    void what_is_known_of_each_is_told() {
        var name = new ChangeSetName("file", "author", "1");
        var journal = List.of(new Journal.Entry(name, Instant.EPOCH, true, "9:0", null, null, null));

        assertThat(Journal.applied(journal))
                .containsExactly(new AppliedChangeSet(name, Instant.EPOCH, null, "9:0", true));
    }

    private static Journal.Entry entry(String id, @Nullable String tag, @Nullable String deployment) {
        return new Journal.Entry(
                new ChangeSetName("file", "author", id), Instant.EPOCH, false, null, null, tag, deployment);
    }
}
