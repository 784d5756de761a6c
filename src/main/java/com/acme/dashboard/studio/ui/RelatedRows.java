package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.ForeignKey;
import com.acme.dashboard.studio.Row;
import com.acme.dashboard.studio.TableName;
import com.acme.dashboard.studio.TableShape;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Links along a row's foreign keys: to the rows that name it, and, where a key has several columns, to the row that it names;
 * where it has one, that link is the column's value.
 */
final class RelatedRows extends Div {

    private final Command followed;

    /**
     * Of a row.
     *
     * @param followed hears that somebody follows a link
     */
    RelatedRows(TableShape shape, Row row, Command followed) {
        this.followed = followed;
        var several = shape.references().stream()
                .filter(key -> key.fromColumns().size() > 1)
                .toList();
        add("studio.row.referenced", several, key -> RowLinks.forward(shape, key, row), ForeignKey::to);
        add("studio.row.referencing", shape.referencedBy(), key -> RowLinks.back(shape, key, row), ForeignKey::from);
    }

    private void add(
            String heading,
            List<ForeignKey> keys,
            Function<ForeignKey, Optional<String>> path,
            Function<ForeignKey, TableName> table) {
        var links = new UnorderedList();
        for (var key : keys) {
            var words = getTranslation(
                    "studio.row.by-key", table.apply(key).toString(), String.join(", ", key.fromColumns()));
            path.apply(key).ifPresent(address -> links.add(new ListItem(link(address, words))));
        }
        if (links.getComponentCount() > 0) {
            add(new H3(getTranslation(heading)), links);
        }
    }

    private Anchor link(String path, String words) {
        var link = new Anchor(path, words);
        link.getElement().addEventListener("click", click -> followed.execute());
        return link;
    }
}
