package com.acme.dashboard.common.ui.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.IntegrationTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class FormCardTest extends BrowserlessTest {

    @Test
    void can_be_saved_again_after_an_error_that_nobody_expected() {
        var card = new FormCard(
                new Div(),
                "Save it",
                () -> {
                    throw new IllegalStateException("unexpected");
                },
                () -> {});
        UI.getCurrent().add(card);
        var saving = find(Button.class).withText("Save it").single();

        assertThatThrownBy(saving::click).hasMessage("unexpected");

        assertThat(saving.isEnabled()).isTrue();
    }
}
