package io.zhike.record;

import io.zhike.access.EntityGrant;
import io.zhike.access.Grants;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Evaluator;
import io.zhike.expression.Expression;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records as they were just written, as far as the caller may read them: all that is stored, and formulas over that. What
 * reaches beyond the record is left out, and what is encrypted too, as answers are kept for requests that come again; who
 * wants it reads the record.
 */
final class WrittenJson {
    private static final Evaluator EVALUATOR = new Evaluator();
    private static final Set<String> AHEAD = Set.of(SystemFields.ID, SystemFields.NUMBER, SystemFields.VERSION);

    private final EntityDefinition entity;
    private final Grants grants;
    private final Map<Field, Expression> formulas = new LinkedHashMap<>();

    WrittenJson(EntityDefinition entity, Grants grants) {
        this.entity = entity;
        this.grants = grants;
        for (Field field : entity.fields()) {
            grants.catalog()
                    .formula(entity.code(), field.code())
                    .filter(formula -> MemoryRow.suffices(grants.catalog(), entity, formula))
                    .ifPresent(formula -> formulas.put(field, formula));
        }
    }

    ObjectNode of(WriteResult.Written written) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(SystemFields.ID, written.id().toString());
        node.put(SystemFields.NUMBER, written.number());
        node.put(SystemFields.VERSION, written.version());
        EntityGrant grant = grants.on(entity.code());
        for (Field field : entity.fields()) {
            String code = field.code();
            if (field.type().encrypted()) {
                continue;
            }
            boolean known = written.values().has(code) || formulas.containsKey(field);
            if (known && !AHEAD.contains(code) && grant.readable().contains(code)) {
                put(node, field, value(field, written.values()));
            } else if (known && grant.masked().contains(code)) {
                masked(node, field, value(field, written.values()));
            }
        }
        return node;
    }

    private @Nullable Object value(Field field, RecordValues values) {
        Expression formula = formulas.get(field);
        return formula == null
                ? values.get(field.code())
                : EVALUATOR.evaluate(
                        formula,
                        new MemoryRow(values, grants.catalog(), entity, grants.environment()),
                        grants.environment());
    }

    private void masked(ObjectNode node, Field field, @Nullable Object value) {
        node.put(field.code(), value == null ? null : entity.mask(field, value));
    }

    private static void put(ObjectNode node, Field field, @Nullable Object value) {
        if (value == null) {
            node.putNull(field.code());
        } else {
            node.set(field.code(), field.type().write(value));
        }
    }
}
