package io.zhike.record;

import io.zhike.definition.DefinitionSet;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The checked expressions that give new records their defaults; made once per revision. */
final class InitialValues {
    private static final Expressions EXPRESSIONS = new Expressions();

    private final Map<String, Map<String, Expression>> byEntity;

    private InitialValues(Map<String, Map<String, Expression>> byEntity) {
        this.byEntity = byEntity;
    }

    static InitialValues of(DefinitionSet published) {
        return published.view(InitialValues.class, InitialValues::build);
    }

    private static InitialValues build(DefinitionSet published) {
        EntityCatalog catalog = EntityCatalog.of(published);
        Map<String, Map<String, Expression>> byEntity = new HashMap<>();
        for (EntityDefinition entity : catalog.all()) {
            Map<String, Expression> byField = new LinkedHashMap<>();
            for (Field field : entity.fields()) {
                field.initial()
                        .flatMap(text -> EXPRESSIONS
                                .check(text, entity.code(), catalog.vocabulary())
                                .expression())
                        .ifPresent(expression -> byField.put(field.code(), expression));
            }
            byEntity.put(entity.code(), byField);
        }
        return new InitialValues(byEntity);
    }

    /** By field code, in the order of the fields; empty for an entity without defaults. */
    Map<String, Expression> of(String entity) {
        return byEntity.getOrDefault(entity, Map.of());
    }
}
