package com.acme.dashboard.invoices.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.AdjustableClock;
import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.Addresses;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class DateRangeFilterTest extends BrowserlessTest {

    @Test
    void usual_ranges_follow_the_day_of_the_click() {
        var clock = new AdjustableClock();
        var chosen = new ArrayList<String>();
        var filter = new DateRangeFilter(clock, (from, to) -> chosen.add(from + " " + to));
        UI.getCurrent().add(filter);
        var month = YearMonth.now(clock);

        clock.advance(Duration.ofDays(400));
        MockVaadin.clientRoundtrip();
        for (var preset : List.of("This month", "Last month", "This year")) {
            find(Button.class).withText(preset).single().click();
        }

        var now = YearMonth.now(clock);
        assertThat(now).isNotEqualTo(month);
        assertThat(chosen)
                .containsExactly(
                        now.atDay(1) + " " + now.atEndOfMonth(),
                        now.minusMonths(1).atDay(1) + " " + now.minusMonths(1).atEndOfMonth(),
                        now.getYear() + "-01-01 " + now.getYear() + "-12-31");
    }

    @Test
    void an_end_of_the_range_that_passes_the_other_leaves_that_one_open() {
        open("dashboard/invoices?from=2024-01-01&to=2024-01-31");
        MockVaadin.clientRoundtrip();

        test(end("From")).setValue(LocalDate.of(2024, 3, 1));
        assertThat(Addresses.current()).isEqualTo("dashboard/invoices?from=2024-03-01");
        assertThat(end("To").getValue()).isNull();

        test(end("To")).setValue(LocalDate.of(2024, 3, 31));
        assertThat(Addresses.current()).isEqualTo("dashboard/invoices?from=2024-03-01&to=2024-03-31");

        test(end("To")).setValue(LocalDate.of(2024, 2, 1));
        assertThat(Addresses.current()).isEqualTo("dashboard/invoices?to=2024-02-01");
        assertThat(end("From").getValue()).isNull();
    }

    @Test
    void a_day_that_cannot_be_read_stays_with_its_message_and_the_list_as_it_is() throws PropertyChangeDeniedException {
        open("dashboard/invoices?from=2024-01-01");
        var from = end("From");

        from.getElement().setProperty("_inputElementValue", "Nov 31, 2024");
        browserSets(from, "");

        assertThat(Addresses.current()).isEqualTo("dashboard/invoices?from=2024-01-01");
        assertThat(from.isInvalid()).isTrue();
        assertThat(from.getElement().getProperty("_inputElementValue")).isEqualTo("Nov 31, 2024");

        from.getElement().setProperty("_inputElementValue", "Nov 30, 2024");
        browserSets(from, "2024-11-30");
        assertThat(Addresses.current()).isEqualTo("dashboard/invoices?from=2024-11-30");
    }

    /** What the field in the browser tells when somebody has typed. */
    private static void browserSets(DatePicker field, String value) throws PropertyChangeDeniedException {
        field.getElement()
                .getNode()
                .getFeature(ElementPropertyMap.class)
                .deferredUpdateFromClient("value", value)
                .run();
    }

    private void open(String path) {
        Addresses.open(path);
    }

    private DatePicker end(String label) {
        return find(DatePicker.class).withLabel(label).single();
    }
}
