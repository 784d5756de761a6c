package com.acme.dashboard.studio.sql.ui;

import com.acme.dashboard.common.ui.AsThePerson;
import com.acme.dashboard.common.ui.InPage;
import com.acme.dashboard.studio.sql.SqlFailed;
import com.acme.dashboard.studio.sql.SqlMode;
import com.acme.dashboard.studio.sql.SqlRefused;
import com.acme.dashboard.studio.sql.SqlRun;
import com.acme.dashboard.studio.sql.StatementResult;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableRunnable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run while it lasts: how long already, and a way to end it. It works beside the page, which hears of each result as it
 * comes. When the page goes, or the person signs out, the run ends, too: nobody could cancel it any more.
 */
final class SqlRunning extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(SqlRunning.class);

    private final transient SqlRun run;
    private final transient Listener listener;

    SqlRunning(SqlRun run, Listener listener) {
        this.run = run;
        this.listener = listener;
        addClassName("sql-running");
        setTestId("sql-running");
        var cancel = new Button(getTranslation("studio.sql.cancel"), click -> run.cancel());
        cancel.setTestId("sql-cancel");
        cancel.setDisableOnClick(true);
        var elapsed = new Element("acme-elapsed-time");
        elapsed.setAttribute("class", "figures").setAttribute("aria-hidden", "true");
        add(new Span(getTranslation("studio.sql.running")));
        getElement().appendChild(elapsed);
        add(cancel);
        addDetachListener(event -> run.cancel());
    }

    /** Begins, once this is on a page. */
    void start(UI page) {
        Thread.ofVirtual().name("studio-sql").start(AsThePerson.run(() -> execute(page)));
    }

    private void execute(UI page) {
        var end = end(page);
        InPage.run(page, () -> {
            getElement().removeFromParent();
            end.run();
        });
    }

    private SerializableRunnable end(UI page) {
        try {
            run.execute(result -> InPage.run(page, () -> listener.came(result)));
            return () -> listener.done(run.mode());
        } catch (SqlRefused refused) {
            return () -> listener.refused(refused);
        } catch (SqlFailed failed) {
            LOG.debug("A statement that a person wrote failed", failed);
            return () -> listener.failed(failed, run.mode());
        } catch (RuntimeException | Error failure) {
            LOG.error("A run of SQL failed", failure);
            return () -> listener.failed(SqlFailed.unexpected(failure), run.mode());
        }
    }

    /** Hears of the run, in the page and with its lock. */
    interface Listener {

        void came(StatementResult result);

        void done(SqlMode mode);

        void refused(SqlRefused refused);

        void failed(SqlFailed failed, SqlMode mode);
    }
}
