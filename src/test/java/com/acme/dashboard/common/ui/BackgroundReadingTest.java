package com.acme.dashboard.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class BackgroundReadingTest extends SpringBrowserlessTest {

    @Autowired
    private BackgroundReading background;

    private final List<Object> heard = new ArrayList<>();

    @Test
    void a_page_that_is_closed_while_it_is_read_hears_nothing_and_that_is_no_fault()
            throws ExecutionException, InterruptedException {
        // Like one that is closed, it belongs to no session.
        var closed = new UI();

        background.read(closed, () -> "read", heard::add, heard::add).get();

        assertThat(heard).isEmpty();
    }
}
