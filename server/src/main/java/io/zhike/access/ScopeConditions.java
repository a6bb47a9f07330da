package io.zhike.access;

import io.zhike.entity.EntityDefinition;
import org.jooq.Condition;

/** Row scopes as SQL. */
public final class ScopeConditions {
    private ScopeConditions() {}

    /** The scope as a condition in a statement over the entity's table under its own, qualified name. */
    public static Condition of(Grants grants, EntityDefinition entity, RowScope scope) {
        return of(grants, entity, scope, grants.schema().table(entity.code()));
    }
}
