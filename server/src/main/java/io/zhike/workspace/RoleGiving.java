package io.zhike.workspace;

import java.util.Collection;
import java.util.Optional;
import org.jooq.DSLContext;

/** What inviting people needs to know of roles, which a higher module owns. */
public interface RoleGiving {

    /** The code of the published role that is called {@code text}: its code, or its name in either language. */
    Optional<String> find(Workspace workspace, String text);

    /** Makes {@code roles}, codes of published roles, all that {@code member} has, in the transaction of {@code ctx}; told to the audit log. */
    void give(DSLContext ctx, Workspace workspace, Member member, Collection<String> roles);
}
