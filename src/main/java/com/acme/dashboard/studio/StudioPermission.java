package com.acme.dashboard.studio;

/** What a person needs to use Studio: a role of its own, which administrators have, and whoever started Studio alone. */
public final class StudioPermission {

    /** The role, as {@code @RolesAllowed} takes it. */
    public static final String ROLE = "STUDIO";

    /** The same for {@code @PreAuthorize}. */
    public static final String EXPRESSION = "hasRole('" + ROLE + "')";

    private StudioPermission() {}
}
