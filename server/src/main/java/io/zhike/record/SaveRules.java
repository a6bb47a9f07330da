package io.zhike.record;

import io.zhike.workspace.Workspace;

/**
 * Looks at records that are about to be saved, after their defaults and before their checks; may give them other values or
 * refuse them. Every bean of this type is asked.
 */
public interface SaveRules {

    /** Whether there is anything to look at; costs nothing where nothing is. */
    boolean look(Workspace workspace, String entity);

    /** In the transaction of the write; only where {@link #look} said so. */
    void run(Saving saving);
}
