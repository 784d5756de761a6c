package com.acme.dashboard.overview.ui;

import com.acme.dashboard.common.ui.BackgroundReading;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Skeleton;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of the page that is read by itself, in the background: until then it shows its shape, afterwards what was read, or
 * that it failed, with a retry. Whatever happens to another part makes no difference to it.
 *
 * @param <T> what is read, comparable by {@code equals}: what is as before is left alone, focus and all
 */
final class Part<T> extends Div {

    private final String kind;
    private final transient BackgroundReading background;
    private final transient Supplier<T> reading;
    private final Component picture;
    private final SerializableConsumer<T> show;
    private final Skeleton shape;
    private transient @Nullable Future<?> underway;
    private boolean again;
    private transient @Nullable T shown;

    /**
     * Not read yet: that begins once it is attached.
     *
     * @param kind names this part, the same on every page
     * @param reading reads it; never in the page's own thread
     * @param picture where it is shown
     * @param show puts what was read into the picture
     * @param shape stands for the picture until then
     */
    Part(
            String kind,
            BackgroundReading background,
            Supplier<T> reading,
            Component picture,
            SerializableConsumer<T> show,
            Skeleton shape) {
        this.kind = kind;
        this.background = background;
        this.reading = reading;
        this.picture = picture;
        this.show = show;
        this.shape = shape;
        addClassName("part");
        // Takes the focus that a pressed retry loses.
        getElement().setAttribute("tabindex", "-1");
        add(shape);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        read(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (underway != null) {
            underway.cancel(false);
            underway = null;
        }
    }

    /** Reads it again; what it shows stays until then. */
    void refresh() {
        getUI().ifPresent(this::read);
    }

    private void read(UI page) {
        if (underway != null) {
            again = true;
            return;
        }
        again = false;
        underway = background.read(kind, page, reading, this::succeed, this::fail);
    }

    private void succeed(T read) {
        if (!read.equals(shown)) {
            shown = read;
            show.accept(read);
        }
        finish(picture);
    }

    private void fail(Exception failure) {
        finish(new FailedState(getTranslation("overview.failed"), this::retry));
    }

    private void retry() {
        replaceBy(shape);
        getElement().callJsFunction("focus");
        refresh();
    }

    private void finish(Component outcome) {
        underway = null;
        replaceBy(outcome);
        if (again) {
            refresh();
        }
    }

    private void replaceBy(Component content) {
        if (content.getParent().isEmpty()) {
            removeAll();
            add(content);
        }
    }
}
