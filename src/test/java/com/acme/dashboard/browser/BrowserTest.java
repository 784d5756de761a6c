package com.acme.dashboard.browser;

import com.acme.dashboard.security.RememberedBcrypt;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test whose methods take a {@link Browser}, opened for each of them on the one application that all such tests share,
 * and {@link Rows} of their own. They run at the same time: whatever is everybody's is left as it is, or locked.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // So that a test can say where its requests come from, see DevTools.
        properties = "TRUSTED_PROXIES=127.0.0.0/8, ::1")
@ActiveProfiles("test")
@Import({Today.class, RememberedBcrypt.class})
@ExtendWith(BrowserExtension.class)
@Execution(ExecutionMode.CONCURRENT)
@interface BrowserTest {

    /** What tests lock that write todos: all of them are one list, which everybody sees. */
    String TODOS = "todos";
}
