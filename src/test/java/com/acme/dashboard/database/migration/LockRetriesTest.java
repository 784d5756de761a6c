package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.database.MigrationFailed;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockRetriesTest {

    private static final ChangeSetName ONE = new ChangeSetName("file", "author", "1");
    private static final ChangeSetName TWO = new ChangeSetName("file", "author", "2");

    private final List<String> heard = new ArrayList<>();
    private final MigrationListener listener = new MigrationListener() {
        @Override
        public void busy(ChangeSetName changeSet, Duration wait) {
            heard.add(changeSet.id() + " " + wait.toNanos());
        }
    };

    @ParameterizedTest
    @CsvSource({"55P03, true", "40P01, true", "40001, false", "42P01, false", ", false"})
    void a_lock_that_was_not_to_be_had_is_told_from_other_failures(String state, boolean busy) {
        var failure = new SQLException("refused", state);

        assertThat(LockRetries.isBusy(failure)).isEqualTo(busy);
        assertThat(LockRetries.isBusy(new IllegalStateException(new IllegalStateException(failure))))
                .isEqualTo(busy);
        assertThat(LockRetries.isBusy(new IllegalStateException("55P03"))).isFalse();
    }

    @Test
    void there_are_as_many_further_tries_as_there_are_waits_and_each_is_told() {
        var retries = retries(1, 2);

        assertThat(retries.await(ONE)).isTrue();
        assertThat(retries.await(ONE)).isTrue();
        assertThat(retries.await(ONE)).isFalse();
        assertThat(heard).containsExactly("1 1", "1 2");
    }

    @Test
    void each_change_set_has_all_the_tries() {
        var retries = retries(1, 2);
        retries.await(ONE);

        assertThat(retries.await(TWO)).isTrue();
        assertThat(retries.await(TWO)).isTrue();
        assertThat(retries.await(TWO)).isFalse();
        assertThat(heard).containsExactly("1 1", "2 1", "2 2");
    }

    @Test
    void who_is_interrupted_while_waiting_stops_and_stays_interrupted() {
        var retries = new LockRetries(
                new MigrationLimits(Duration.ZERO, Duration.ZERO, List.of(Duration.ofHours(1))), listener);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> retries.await(ONE))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("Interrupted while waiting");
        assertThat(Thread.interrupted()).isTrue();
    }

    private LockRetries retries(long... nanos) {
        var waits = new ArrayList<Duration>();
        for (var wait : nanos) {
            waits.add(Duration.ofNanos(wait));
        }
        return new LockRetries(new MigrationLimits(Duration.ZERO, Duration.ZERO, waits), listener);
    }
}
