package com.acme.dashboard.common.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.ExpectedLog;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.PageTitles;
import com.acme.dashboard.common.ui.Question;
import com.acme.dashboard.common.ui.list.ActionSheet;
import com.acme.dashboard.security.ui.IdleWarning;
import com.vaadin.browserless.ComponentQuery;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.PageTitleContext;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.ErrorEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class ShellTest extends BrowserlessTest {

    @Test
    void shows_the_sections_in_order_and_marks_where_you_are() {
        UI.getCurrent().navigate("dashboard/invoices");

        assertThat(sections()).startsWith("Dashboard", "Invoices", "Customers");
        assertThat(current()).containsExactly("Invoices");
    }

    @Test
    void marks_the_section_of_a_page_below_it() {
        UI.getCurrent().navigate("dashboard/invoices/create");

        assertThat(current()).containsExactly("Invoices");
    }

    @Test
    void marks_the_section_of_an_address_that_ends_with_a_slash() {
        UI.getCurrent().navigate("dashboard/");

        assertThat(current()).containsExactly("Dashboard");
    }

    @Test
    void marks_no_section_where_there_is_no_page() {
        UI.getCurrent().navigate("dashboard/nothing-here");

        assertThat(current()).isEmpty();
    }

    @Test
    void closes_what_is_open_over_a_page_that_is_left_by_the_browsers_buttons() {
        UI.getCurrent().navigate("dashboard/invoices");
        var sheet = new ActionSheet("A row");
        sheet.open();
        var question = new Question();
        question.open();
        MockVaadin.clientRoundtrip();

        UI.getCurrent().navigate("dashboard/todos");

        assertThat(sheet.isOpened()).isFalse();
        assertThat(question.isOpened()).isFalse();
    }

    @Test
    void the_question_of_idleness_stays_on_the_next_page() {
        UI.getCurrent().navigate("dashboard/invoices");
        IdleWarning.show(UI.getCurrent(), Duration.ofMinutes(2), () -> {});
        MockVaadin.clientRoundtrip();

        UI.getCurrent().navigate("dashboard/todos");

        assertThat(find(ConfirmDialog.class).withTestId("idle-warning").single().isOpened())
                .isTrue();
    }

    @Test
    void keeps_studio_from_those_who_are_not_administrators() {
        UI.getCurrent().navigate("dashboard");

        assertThat(sections()).doesNotContain("Studio");
    }

    @Test
    void titles_every_page_with_its_name_and_the_application() {
        var titled = RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .map(RouteData::getNavigationTarget)
                .filter(page -> page.isAnnotationPresent(PageTitle.class))
                .toList();

        assertThat(titled)
                .isNotEmpty()
                .allSatisfy(page -> assertThat(titleOf(page)).matches("[A-Z][A-Za-z].* · Acme Dashboard"));
    }

    @Test
    void puts_every_page_into_the_main_landmark_under_one_heading() {
        for (var page : List.of("dashboard", "dashboard/invoices", "dashboard/invoices/create", "dashboard/nope")) {
            UI.getCurrent().navigate(page);

            assertThat(find(Main.class).all()).as(page).hasSize(1);
            assertThat(find(H1.class).all()).as(page).hasSize(1);
        }
    }

    @Test
    void says_who_is_signed_in_and_offers_the_way_out() {
        UI.getCurrent().navigate("dashboard");

        assertThat(find(Span.class).withText("Uma User").exists()).isTrue();
        assertThat(find(Span.class).withText("user@acme.test").exists()).isTrue();
        assertThat(find(Button.class).withText("Sign Out").single().isVisible()).isTrue();
    }

    @Test
    void signing_out_asks_first_where_something_is_unsaved() {
        UI.getCurrent().navigate("dashboard/invoices/create");
        test(find(TextField.class).withCaption("Amount").single()).setValue("12");

        test(find(Button.class).withText("Sign Out").single()).click();

        assertThat(test(find(ConfirmDialog.class).single()).getText()).isEqualTo("What you typed has not been saved.");
    }

    @Test
    void says_in_words_what_the_number_beside_a_heading_counts() {
        UI.getCurrent().navigate("dashboard/invoices");

        assertThat(find(Span.class).withText("6 in all").exists()).isTrue();
        assertThat(find(Span.class)
                        .withAttribute("aria-hidden", "true")
                        .withText("6")
                        .exists())
                .isTrue();
    }

    @Test
    void an_unknown_page_says_what_was_looked_for_and_offers_a_way_back() {
        UI.getCurrent().navigate("dashboard/<b>nothing</b>");

        assertThat(find(H1.class).single().getText()).isEqualTo("Not found");
        assertThat(title()).isEqualTo("Not found · Acme Dashboard");
        assertThat(find(NotFoundView.class).withTestId("not-found").exists()).isTrue();
        assertThat(find(Paragraph.class).single().getText()).contains("/dashboard/<b>nothing</b>");
        assertThat(findInView(Anchor.class).single().getHref()).isEqualTo("dashboard");
    }

    @Test
    void an_unknown_and_a_malformed_id_show_the_same_page() {
        for (var id : List.of("f0000000-0000-4000-8000-00000000ffff", "not-an-id")) {
            UI.getCurrent().navigate("dashboard/invoices/" + id + "/edit");

            assertThat(find(H1.class).single().getText()).isEqualTo("Not found");
        }
    }

    @Test
    @ExpectedLog(ErrorView.class)
    void a_page_that_breaks_says_so_in_words_without_the_cause() {
        UI.getCurrent().navigate("trouble", QueryParameters.of("broken", "true"));

        assertThat(find(H1.class).single().getText()).isEqualTo("Something went wrong");
        assertThat(find(Paragraph.class).single().getText())
                .isEqualTo("This page could not be opened. Try again in a moment.");
        assertThat(find(Button.class).withText("Try again").exists()).isTrue();
        assertThat(UI.getCurrent().getElement().getOuterHTML()).doesNotContain("secret detail");
    }

    @Test
    @ExpectedLog(ShellInitializer.class)
    void an_unexpected_error_is_told_in_words_and_the_page_stays() {
        UI.getCurrent().navigate("trouble");

        // The test framework hands the error to the test; in a session it goes to this handler.
        var error = catchThrowable(
                () -> test(find(NativeButton.class).withText("Throw").single()).click());
        ShellInitializer.report(new ErrorEvent(error));

        assertThat(find(Span.class).withClassName("notification-text").single().getText())
                .isEqualTo("That did not work. Try again in a moment.");
        assertThat(find(H1.class).single().getText()).isEqualTo("Trouble");
    }

    private List<String> sections() {
        return navigation().all().stream().map(ShellTest::text).toList();
    }

    private List<String> current() {
        return navigation().withAttribute("aria-current", "page").all().stream()
                .map(ShellTest::text)
                .toList();
    }

    private ComponentQuery<Anchor> navigation() {
        return find(Anchor.class, find(Nav.class).withAriaLabel("Main").single());
    }

    private static String text(Anchor link) {
        return link.getElement().getTextRecursively();
    }

    private static String titleOf(Class<? extends Component> page) {
        var key = page.getAnnotation(PageTitle.class).value();
        return new PageTitles()
                .generatePageTitle(new PageTitleContext(page, RouteParameters.empty(), QueryParameters.empty(), key));
    }

    private static String title() {
        return UI.getCurrent().getInternals().getTitle();
    }
}
