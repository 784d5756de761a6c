package com.acme.dashboard.security;

import com.acme.dashboard.security.ui.IdleWarning;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The pages that a browser session has open, told from the server what to do next. */
@Component
class OpenPages {

    /** Scripts that hold a page back while something is unsaved listen for this: what they hold is kept elsewhere. */
    private static final String LEAVE = "window.dispatchEvent(new Event('acme-session-ended'));";

    /** Leads every page but the current one, which is led there anyway, to sign-in. */
    void goToSignIn(HttpSession session) {
        var current = UI.getCurrent();
        forEach(session, ui -> {
            if (!ui.equals(current)) {
                leave(ui, LEAVE + "window.location.href = new URL('login', document.baseURI)");
            }
        });
    }

    /** Loads every page anew, which leads to sign-in and from there back to the same page. */
    void reload(HttpSession session) {
        forEach(session, ui -> leave(ui, LEAVE + "window.location.reload()"));
    }

    boolean areNone(HttpSession session) {
        return VaadinSession.getAllSessions(session).isEmpty();
    }

    /** Ends a session while none of its pages is being answered: an answer that is half written would come apart. */
    void close(HttpSession session) {
        var spaces = VaadinSession.getAllSessions(session);
        spaces.forEach(VaadinSession::lock);
        try {
            session.invalidate();
        } finally {
            spaces.forEach(VaadinSession::unlock);
        }
    }

    /** The same for who looks after everybody's sessions and cannot wait: one of which a page is being answered stays. */
    void closeUnlessBusy(HttpSession session) {
        var locked = new ArrayList<VaadinSession>();
        try {
            for (var space : VaadinSession.getAllSessions(session)) {
                if (!space.getLockInstance().tryLock()) {
                    return;
                }
                locked.add(space);
            }
            session.invalidate();
        } finally {
            locked.forEach(VaadinSession::unlock);
        }
    }

    void warnOfIdleness(HttpSession session, IdleLimits limits, Runnable onStay) {
        forEach(session, ui -> IdleWarning.show(ui, limits.warning(), onStay));
    }

    void takeWarningBack(HttpSession session) {
        forEach(session, IdleWarning::close);
    }

    private static void forEach(HttpSession session, Consumer<UI> action) {
        VaadinSession.getAllSessions(session)
                .forEach(space -> inside(
                        space,
                        () -> List.copyOf(space.getUIs()).forEach(ui -> {
                            if (!ui.isClosing()) {
                                ui.accessSynchronously(() -> action.accept(ui));
                            }
                        })));
    }

    /** At once where this thread has the lock, else as soon as it is free: waiting could wait for each other. */
    private static void inside(VaadinSession space, Runnable action) {
        if (space.hasLock()) {
            action.run();
        } else {
            var _ = space.access(action::run);
        }
    }

    /** Pushed at once, not when the lock is given back: a sign-out may hold it to the end of a request. */
    private static void leave(UI ui, String script) {
        ui.getPage().executeJs(script);
        ui.push();
    }
}
