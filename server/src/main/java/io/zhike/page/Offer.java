package io.zhike.page;

import io.zhike.access.Grants;
import java.util.Collection;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * What the workbench offers somebody of what they may see: the apps that their roles use, and what is meant for one of
 * these roles. It keeps nobody from a record that their rights reach.
 */
final class Offer {
    private final Grants grants;

    Offer(Grants grants) {
        this.grants = grants;
    }

    /** @param app null for what belongs to none, which is for all */
    boolean uses(@Nullable String app) {
        return app == null || grants.apps().uses().has(app);
    }

    /** Whether what is meant for {@code roles} is meant for the caller; none is for all, and administrators see all. */
    boolean meant(Collection<String> roles) {
        return roles.isEmpty() || grants.admin() || !Collections.disjoint(roles, grants.roles());
    }

    boolean has(View view) {
        return uses(view.app()) && meant(view.roles());
    }

    /** Whether the caller is shown whom {@code view} is meant for, as those who arrange it are. */
    boolean tellsRoles(View view) {
        return view.app() == null
                ? grants.apps().builds().all()
                : grants.apps().builds().has(view.app());
    }
}
