package com.acme.dashboard.common.ui.form;

import com.acme.dashboard.common.Ids;
import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;

/**
 * The page of the application that a form leads back to when it is saved or cancelled. Its address, with its query,
 * stands in the form's {@code ?return=}; where there is none, the form leads back to the list of its records.
 */
public record WayBack(String address) {

    private static final String PARAMETER = "return";

    /**
     * Reads where to: to a section's list or the page of one of its records. Any other address is ignored, for a link to
     * the form may be anybody's.
     *
     * @param section the path of the section, such as {@code dashboard/customers}
     */
    public static Optional<WayBack> of(QueryParameters parameters, String section) {
        return parameters
                .getSingleParameter(PARAMETER)
                .map(address -> address.split("\\?", 2))
                .filter(parts -> isIn(section, parts[0]))
                .flatMap(parts -> of(parts[0], parts.length == 1 ? "" : parts[1]));
    }

    /** What a link to the form appends so that it leads back here: this after the form's other parameters. */
    public String toQuery(QueryParameters others) {
        return "?" + others.merging(PARAMETER, address).getQueryString();
    }

    private static boolean isIn(String section, String path) {
        return path.equals(section)
                || (path.startsWith(section + "/")
                        && Ids.parse(path.substring(section.length() + 1)).isPresent());
    }

    private static Optional<WayBack> of(String path, String query) {
        try {
            var readable = QueryParameters.fromString(query).getQueryString();
            return Optional.of(new WayBack(readable.isEmpty() ? path : path + "?" + readable));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
