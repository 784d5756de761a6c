package com.acme.dashboard;

import com.acme.dashboard.database.RestrictedDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application in production, on a random port, with no other role than the one that only reads and
 * writes rows, and by a clock that stands still until the test moves it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("prod")
@ContextConfiguration(initializers = ProductionTest.RestrictedRole.class)
@Import(ProductionTest.Time.class)
@ExtendWith(SecurityContexts.class)
public @interface ProductionTest {

    /** Enters the database as the application's role. */
    final class RestrictedRole implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext application) {
            TestPropertyValues.of("POSTGRES_URL=" + RestrictedDatabase.urlOfTheApplication())
                    .applyTo(application);
        }
    }

    /** The clock. */
    @TestConfiguration
    class Time {

        @Bean
        @Primary
        AdjustableClock adjustableClock() {
            return new AdjustableClock();
        }
    }
}
