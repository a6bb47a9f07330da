package io.zhike.record;

import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.GeoPoint;
import io.zhike.entity.Storage;
import io.zhike.expression.Environment;
import io.zhike.expression.Evaluator;
import io.zhike.expression.Expression;
import io.zhike.expression.Row;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of one record as the evaluator sees them, formulas over them computed when they are asked for; of the records
 * that it points to many of, only how many they are.
 *
 * @param related what lies behind its relations
 */
record MemoryRow(
        RecordValues values,
        EntityCatalog catalog,
        EntityDefinition entity,
        Environment environment,
        RelatedValues related)
        implements Row {
    private static final Evaluator EVALUATOR = new Evaluator();

    /** A record alone: what lies behind its relations is blank. */
    MemoryRow(RecordValues values, EntityCatalog catalog, EntityDefinition entity, Environment environment) {
        this(values, catalog, entity, environment, RelatedValues.NONE);
    }

    @Override
    public @Nullable Object value(List<String> path) {
        if (path.size() > 1) {
            return related.value(path, values.get(path.getFirst()));
        }
        String code = path.getFirst();
        Optional<Expression> formula = catalog.formula(entity.code(), code);
        if (formula.isPresent()) {
            return EVALUATOR.evaluate(formula.get(), this, environment);
        }
        Object value = values.get(code);
        return value instanceof GeoPoint place ? place.address() : value;
    }

    @Override
    public Iterable<? extends Row> children(String code) {
        return values.get(code) instanceof List<?> ids
                ? ids.stream()
                        .map(_ -> new MemoryRow(RecordValues.NONE, catalog, entity, environment))
                        .toList()
                : List.of();
    }

    /** Whether all that {@code expression} reads is here, formulas looked into: then its value is what SQL would give. */
    static boolean suffices(EntityCatalog catalog, EntityDefinition entity, Expression expression) {
        for (List<String> path : expression.paths()) {
            Optional<Field> field = entity.field(path.getFirst());
            if (path.size() > 1 || field.isEmpty()) {
                return false;
            }
            boolean here = switch (field.get().type().storage()) {
                case Storage.Column _, Storage.Parts _ -> true;
                case Storage.Links _, Storage.Children _ -> false;
                case Storage.Computed _ ->
                    catalog.formula(entity.code(), path.getFirst())
                            .filter(inner -> suffices(catalog, entity, inner))
                            .isPresent();
            };
            if (!here) {
                return false;
            }
        }
        return true;
    }
}
