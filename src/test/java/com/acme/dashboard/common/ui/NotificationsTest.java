package com.acme.dashboard.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.IntegrationTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class NotificationsTest extends BrowserlessTest {

    @BeforeEach
    void open() {
        navigate(TroubleView.class);
    }

    @Test
    void a_message_stays_until_it_is_dismissed_or_the_browser_says_its_time_is_over() {
        pressNative("Succeed");
        assertThat(messages()).containsExactly("Invoice saved.");

        test(find(Button.class).withAriaLabel("Dismiss").single()).click();
        assertThat(messages()).isEmpty();
    }

    @Test
    void an_error_interrupts_a_screen_reader_and_a_success_does_not() {
        pressNative("Succeed");
        pressNative("Fail");

        assertThat(find(Notification.class).all())
                .extracting(Notification::isAssertive)
                .containsExactly(false, true);
    }

    @Test
    void undo_is_offered_for_at_least_ten_seconds() {
        pressNative("Delete");

        var milliseconds = find(Transient.class).single().getElement().getAttribute("milliseconds");
        assertThat(Long.parseLong(milliseconds)).isGreaterThanOrEqualTo(10_000);
    }

    @Test
    void undo_takes_the_message_away_and_undoes() {
        pressNative("Delete");

        test(find(Button.class).withText("Undo").single()).click();

        assertThat(messages()).containsExactly("Invoice restored.");
    }

    private void pressNative(String name) {
        test(findInView(NativeButton.class).withText(name).single()).click();
    }

    private List<String> messages() {
        return find(Span.class).withClassName("notification-text").all().stream()
                .map(Span::getText)
                .toList();
    }
}
