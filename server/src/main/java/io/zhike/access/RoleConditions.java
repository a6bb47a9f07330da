package io.zhike.access;

import io.zhike.entity.EntityCatalog;
import io.zhike.expression.Checked;
import io.zhike.expression.Expressions;

/** The conditions of roles: written by builders, so they may use every field, whatever the role may read. */
final class RoleConditions {
    private static final Expressions LANGUAGE = new Expressions();

    private RoleConditions() {}

    static Checked check(EntityCatalog catalog, String entity, String text) {
        return LANGUAGE.checkCondition(text, entity, catalog.vocabulary());
    }
}
