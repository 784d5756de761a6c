package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {

    @Test
    void what_is_known_of_each_is_told() {
        var name = new ChangeSetName("file", "author", "1");
        var journal = List.of(
                new Journal.Entry(name, Instant.EPOCH, true, "9:0", null, null),
                new Journal.Entry(name, Instant.EPOCH, false, null, null, "first run"));

        assertThat(Journal.applied(journal))
                .containsExactly(
                        new AppliedChangeSet(name, Instant.EPOCH, null, "9:0", true),
                        new AppliedChangeSet(name, Instant.EPOCH, "first run", null, false));
    }
}
