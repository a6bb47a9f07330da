package io.zhike.access;

import io.zhike.entity.EntityCatalog;
import io.zhike.entity.FieldPlace;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Checked;
import io.zhike.expression.Expressions;
import java.util.List;

/** The conditions of roles: written by builders, so they may use every field, whatever the role may read. */
final class RoleConditions {
    private static final Expressions LANGUAGE = new Expressions();

    private RoleConditions() {}

    static Checked check(EntityCatalog catalog, String entity, String text) {
        return LANGUAGE.checkCondition(text, entity, catalog.vocabulary());
    }

    /** The fields that a condition reads, but for those of every entity; none where it or its entity is not right. */
    static List<FieldPlace> reads(EntityCatalog catalog, String entity, String text) {
        if (catalog.find(entity).isEmpty()) {
            return List.of();
        }
        return check(catalog, entity, text).expression().stream()
                .flatMap(condition -> catalog.reads(entity, condition).stream())
                .filter(read -> !SystemFields.ALL.contains(read.field()))
                .toList();
    }
}
