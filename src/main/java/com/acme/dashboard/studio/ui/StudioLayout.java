package com.acme.dashboard.studio.ui;

import com.acme.dashboard.common.ui.PageHeader;
import com.acme.dashboard.common.ui.shell.MainLayout;
import com.acme.dashboard.studio.EditingPermit;
import com.acme.dashboard.studio.StudioPermission;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

/** What every page of Studio stands in: its name, and links to its parts. */
@ParentLayout(MainLayout.class)
@StyleSheet("styles/studio.css")
@StyleSheet("styles/studio-data.css")
@StyleSheet("styles/studio-edit.css")
@RolesAllowed(StudioPermission.ROLE)
public final class StudioLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Map<StudioSection, Anchor> links = new EnumMap<>(StudioSection.class);

    private final EditingBanner banner;

    StudioLayout(EditingPermit permit, Clock clock) {
        banner = new EditingBanner(permit, clock);
        addClassName("studio");
        var parts = new Nav();
        parts.addClassName("studio-parts");
        parts.setAriaLabel(getTranslation("studio.title"));
        for (var section : StudioSection.values()) {
            var link = new Anchor(section.path(), getTranslation(section.title()));
            link.setTestId(section.testId());
            links.put(section, link);
            parts.add(link);
        }
        add(new PageHeader(getTranslation("studio.title")), parts, banner);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        banner.refresh();
        var path = MainLayout.pathOf(event);
        links.forEach((section, link) -> {
            if (section.holds(path)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }
}
