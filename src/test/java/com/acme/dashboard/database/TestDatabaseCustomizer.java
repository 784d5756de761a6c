package com.acme.dashboard.database;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Gives every application that a test starts in the environment test the run's database. */
class TestDatabaseCustomizer implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        return new SharedDatabase(Environment.TEST.urlVariable());
    }

    /** A record, because equal customizers let tests share an application. */
    private record SharedDatabase(String variable) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            if (List.of(configuration.getActiveProfiles()).contains(Environment.TEST.id())) {
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                "test database", Map.of(variable, TestDatabase.text(TestDatabase.shared()))));
            }
        }
    }
}
