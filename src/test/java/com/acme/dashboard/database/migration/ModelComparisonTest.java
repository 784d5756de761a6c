package com.acme.dashboard.database.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.Settings;
import com.acme.dashboard.database.model.MappedAggregates;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelComparisonTest {

    private final OwnDatabase database = new OwnDatabase();

    @Test
    void the_mapped_classes_describe_what_the_changelog_builds() throws Exception {
        var settings = Settings.of(Map.of(ScratchServer.URL_VARIABLE, database.url()));
        try (var server = ScratchServer.any(settings, Path.of(""));
                var comparison = ModelComparison.of(server, Changelog.of(Environment.PROD), MappedAggregates.find())) {
            assertThat(comparison.differences()).isEmpty();
        }
    }
}
