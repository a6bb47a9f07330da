package io.zhike.definition;

import io.zhike.workspace.Caller;
import java.util.Collection;

/** What menus need to know of rights, which higher modules own. */
public interface MenuSight {

    /** What is there for {@code caller} just now. */
    Seen of(Caller caller);

    /** What is there for one person, of one moment. */
    interface Seen {

        /** Whether that person uses {@code app}. */
        boolean uses(String app);

        /** Whether an entity or view is there to be led to. */
        boolean leads(DefinitionKey target);

        /** Whether what is meant for {@code roles} is meant for that person; for none of them is for all. */
        boolean meant(Collection<String> roles);
    }
}
