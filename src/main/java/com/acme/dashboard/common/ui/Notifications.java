package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;

/**
 * Short messages at the edge of the page: announced to screen readers, dismissible, and gone by themselves, but never
 * while the pointer or the focus is on them.
 */
public final class Notifications {

    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(12);

    private Notifications() {}

    /** Says (in translated words) that something was done. */
    public static Notification success(String text) {
        return show(text, Glyph.CHECK, SHORT, false);
    }

    /** Says (in translated words) what went wrong and what to do. */
    public static Notification error(String text) {
        var notification = show(text, Glyph.WARNING, LONG, true);
        notification.addClassName("notification-failed");
        return notification;
    }

    /**
     * Says (in translated words) what was done and offers for at least ten seconds to undo it.
     *
     * @param undo answers whether it needs no second try: where it does, the same is offered again, because nothing else
     *     may have kept what is to be brought back
     */
    public static Notification withUndo(String text, SerializableSupplier<Boolean> undo) {
        var button = new Button(I18NProvider.translate("app.undo"));
        button.addClassName("notification-undo");
        button.setTestId("undo");
        var notification = show(text, Glyph.CHECK, LONG, false, button);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            notification.close();
            if (!undo.get()) {
                withUndo(text, undo);
            }
        });
        return notification;
    }

    private static Notification show(
            String text, Glyph glyph, Duration duration, boolean assertive, Component... actions) {
        var notification = new Notification();
        // The element in the browser closes it, because only there is known where pointer and focus are.
        notification.setDuration(0);
        notification.setPosition(Position.BOTTOM_CENTER);
        notification.setAssertive(assertive);
        var words = new Span(text);
        words.addClassName("notification-text");
        var message = new Transient(duration);
        message.add(glyph.create(), words);
        message.add(actions);
        message.add(dismiss(notification));
        message.onExpired(notification::close);
        notification.add(message);
        notification.open();
        return notification;
    }

    private static Button dismiss(Notification notification) {
        var button = new Button(Glyph.CLOSE.create(), click -> notification.close());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(I18NProvider.translate("app.dismiss"));
        return button;
    }
}
