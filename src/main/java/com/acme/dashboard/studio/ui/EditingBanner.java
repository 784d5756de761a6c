package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.LostFocus;
import com.acme.dashboard.studio.EditingPermit;
import com.acme.dashboard.studio.EditingState;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Says whether anything can be changed here and until when, with the way to switch that; where it always can, nothing. */
final class EditingBanner extends Div {

    private final transient EditingPermit permit;
    private final Clock clock;

    EditingBanner(EditingPermit permit, Clock clock) {
        this.permit = permit;
        this.clock = clock;
        addClassName("studio-banner");
        setTestId("studio-editing");
        getElement().setAttribute("role", "status");
        getElement().addEventListener("over", event -> EditingChanged.fire(UI.getCurrent()));
        EditingChanged.listen(this, this::refresh);
    }

    /** Reads again what holds. */
    void refresh() {
        Failures.attempt(() -> show(permit.current()), () -> setVisible(false));
    }

    private void show(EditingState state) {
        removeAll();
        getElement().executeJs("clearTimeout(this.over)");
        setVisible(!(state instanceof EditingState.Always));
        setClassName("studio-banner-on", state.allowed());
        switch (state) {
            case EditingState.Always _ -> {}
            case EditingState.Unaudited _ ->
                add(Glyph.LOCK.create(), new Span(getTranslation("studio.editing.unaudited")));
            case EditingState.Off(var duration) ->
                add(
                        Glyph.LOCK.create(),
                        new Span(getTranslation("studio.editing.off")),
                        button(
                                "begin",
                                getTranslation("studio.editing.begin", minutes(duration)),
                                () -> ask(duration)));
            case EditingState.Until(var end) -> {
                add(
                        Glyph.WARNING.create(),
                        new Span(getTranslation("studio.editing.until", time(end))),
                        button("end", getTranslation("studio.editing.end"), this::end));
                awaitEnd(Duration.between(clock.instant(), end));
            }
        }
    }

    private Button button(String what, String text, Runnable action) {
        var button = new Button(text, click -> action.run());
        button.setTestId("studio-editing-" + what);
        return button;
    }

    private void ask(Duration duration) {
        new EditingDialog(minutes(duration), reason -> change(() -> permit.begin(reason))).open();
    }

    private void end() {
        change(permit::end);
    }

    /** The button that was pressed, or led to the dialog, gives way to another one. */
    private void change(Runnable change) {
        if (Failures.attempt(change)) {
            EditingChanged.fire(UI.getCurrent());
            getChildren().filter(Button.class::isInstance).forEach(LostFocus::takeTo);
        }
    }

    /** The browser counts, so that the server need not wake up for pages that nobody looks at. */
    private void awaitEnd(Duration rest) {
        getElement().executeJs("this.over = setTimeout(() => this.dispatchEvent(new CustomEvent('over')), $0)", (double)
                rest.toMillis());
    }

    private static long minutes(Duration duration) {
        return Math.max(1, duration.toMinutes());
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(getLocale())
                .format(instant.atZone(clock.getZone()));
    }
}
