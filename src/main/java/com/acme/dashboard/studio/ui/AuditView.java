package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.EmptyState;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Glyph;
import com.acme.dashboard.common.ui.Navigation;
import com.acme.dashboard.common.ui.list.SearchField;
import com.acme.dashboard.studio.AuditFilter;
import com.acme.dashboard.studio.AuditRecord;
import com.acme.dashboard.studio.StudioAuditLog;
import com.acme.dashboard.studio.StudioPermission;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** What people changed by way of Studio, the newest first. */
@Route(value = AuditState.PATH, layout = StudioLayout.class)
@PageTitle("studio.audit")
@RolesAllowed(StudioPermission.ROLE)
class AuditView extends Div implements AfterNavigationObserver {

    private final StudioAuditLog log;
    private final SearchField search = new SearchField(
            getTranslation("studio.audit.search"), getTranslation("studio.audit.search"), query -> typed());
    private final TextField person = new TextField();
    private final AuditGrid grid;
    private final FailedState failed = new FailedState(getTranslation("studio.failed"), this::refresh);
    private AuditState state = AuditState.of(QueryParameters.empty());

    AuditView(StudioAuditLog log, Clock clock) {
        this.log = log;
        grid = new AuditGrid(clock.getZone());
        addClassName("studio-audit");
        search.setTestId("studio-audit-search");
        person.setTestId("studio-audit-person");
        person.setPlaceholder(getTranslation("studio.audit.person"));
        person.setAriaLabel(getTranslation("studio.audit.person"));
        person.setClearButtonVisible(true);
        person.setValueChangeMode(ValueChangeMode.LAZY);
        person.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                typed();
            }
        });
        var toolbar = new Div(search, person);
        toolbar.addClassName("toolbar");
        toolbar.getElement().setAttribute("role", "search");
        failed.setVisible(false);
        add(toolbar, grid, failed);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(AuditState.of(event.getLocation().getQueryParameters()));
    }

    private void show(AuditState shown) {
        state = shown;
        search.show(state.filter().text());
        if (!person.getValue().strip().equals(state.filter().person())) {
            person.setValue(state.filter().person());
        }
        refresh();
    }

    private void typed() {
        go(new AuditFilter(person.getValue(), search.getValue()));
    }

    private void go(AuditFilter filter) {
        if (filter.equals(state.filter())) {
            return;
        }
        var next = new AuditState(filter);
        // A search that is being typed is one step back in the browser's history, not one for each letter.
        if (fillsTheSameFields(filter)) {
            Navigation.replace(next.address());
            show(next);
        } else {
            Navigation.to(next.address());
        }
    }

    private boolean fillsTheSameFields(AuditFilter filter) {
        return filter.text().isEmpty() == state.filter().text().isEmpty()
                && filter.person().isEmpty() == state.filter().person().isEmpty();
    }

    private void refresh() {
        show(true);
        Failures.attempt(() -> grid.setEmptyStateComponent(empty()), () -> show(false));
        var pages = new AuditPages(log, state.filter());
        grid.setItems(
                new CallbackDataProvider<AuditRecord, Void>(query -> page(pages, query), query -> 0, AuditRecord::id));
        grid.getLazyDataView().setItemCountUnknown();
    }

    private Stream<AuditRecord> page(AuditPages pages, Query<AuditRecord, Void> query) {
        return Failures.read(() -> pages.read(query.getOffset(), query.getLimit()), () -> show(false)).stream()
                .flatMap(List::stream);
    }

    private void show(boolean readable) {
        grid.setVisible(readable);
        failed.setVisible(!readable);
    }

    private EmptyState empty() {
        if (!log.exists()) {
            return new EmptyState(Glyph.LOCK, getTranslation("studio.editing.unaudited"));
        }
        return state.filter().isEmpty()
                ? new EmptyState(Glyph.EDIT, getTranslation("studio.audit.none"))
                : new EmptyState(
                        Glyph.SEARCH,
                        getTranslation("studio.audit.nothing-found"),
                        new Button(getTranslation("studio.audit.clear"), click -> go(AuditFilter.NONE)));
    }
}
