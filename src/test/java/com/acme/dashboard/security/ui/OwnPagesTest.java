package com.acme.dashboard.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.shell.UserMenuItem;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.RouteConfiguration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class OwnPagesTest extends BrowserlessTest {

    @Autowired
    private UserMenuItem changePassword;

    @Test
    void a_user_opens_every_page_that_is_not_for_administrators() {
        assertOpens(false);
    }

    @Test
    @WithUserDetails("admin@acme.test")
    void an_administrator_opens_every_page() {
        assertOpens(true);
    }

    private void assertOpens(boolean isAdministrator) {
        var pages = RouteConfiguration.forSessionScope().getAvailableRoutes().stream()
                .filter(route -> !route.getTemplate().contains(":"))
                .filter(route -> route.getTemplate().startsWith("dashboard"))
                .toList();

        assertThat(pages).isNotEmpty().allSatisfy(page -> {
            UI.getCurrent().navigate(page.getTemplate());
            var isOpen = isAdministrator || !page.getNavigationTarget().isAnnotationPresent(RolesAllowed.class);
            assertThat(page.getNavigationTarget().isInstance(getCurrentView())).isEqualTo(isOpen);
        });
    }

    @Test
    void the_password_dialog_says_in_words_what_is_wrong() {
        openDialog();

        change("", "a better one", "a better one");
        assertThat(messageOf("Current password")).isEqualTo("Enter your current password.");
        change("123456", "a better one", "a bitter one");
        assertThat(messageOf("New password again")).isEqualTo("The two new passwords differ.");
        change("123456", "short", "short");
        assertThat(messageOf("New password")).isEqualTo("At least 6 characters.");
        change("123456", "ä".repeat(37), "ä".repeat(37));
        assertThat(messageOf("New password")).startsWith("At most 72 bytes");
        change("wrong", "a better one", "a better one");
        assertThat(messageOf("Current password")).isEqualTo("That is not your current password.");
        change("123456", "a better one", "a better one");
        assertThat(find(Dialog.class).exists()).isFalse();
    }

    @Test
    void the_question_whether_somebody_is_there_can_be_answered_and_taken_back() {
        var stayed = new AtomicInteger();
        IdleWarning.show(UI.getCurrent(), Duration.ofMinutes(2), stayed::incrementAndGet);

        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(stayed).hasValue(1);

        IdleWarning.close(UI.getCurrent());
        assertThat(find(ConfirmDialog.class).exists()).isFalse();
    }

    private void openDialog() {
        UI.getCurrent().navigate("dashboard");
        changePassword.choose();
        roundTrip();
    }

    private void change(String current, String replacement, String repeated) {
        test(field("Current password")).setValue(current);
        test(field("New password")).setValue(replacement);
        test(field("New password again")).setValue(repeated);
        test(find(Button.class).withText("Change password").single()).click();
    }

    private String messageOf(String label) {
        var field = field(label);
        assertThat(field.isInvalid()).isTrue();
        return field.getErrorMessage();
    }

    private PasswordField field(String label) {
        return find(PasswordField.class)
                .withCondition(field -> field.getLabel().equals(label))
                .single();
    }
}
