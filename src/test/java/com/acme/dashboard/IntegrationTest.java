package com.acme.dashboard;

import com.acme.dashboard.database.migration.RestoredRows;
import com.acme.dashboard.security.RememberedBcrypt;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test of the whole application in the environment test, on a random port and on the run's own PostgreSQL. All such tests
 * share one application; each test method finds the rows as the environment's data file has them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // So that a test can say where its requests come from, by X-Forwarded-For.
        properties = "TRUSTED_PROXIES=127.0.0.0/8, ::1")
@ActiveProfiles("test")
@Import(RememberedBcrypt.class)
@ExtendWith(SecurityContexts.class)
@TestExecutionListeners(
        listeners = RestoredRows.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface IntegrationTest {}
