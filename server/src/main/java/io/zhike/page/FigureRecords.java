package io.zhike.page;

import io.zhike.entity.EntityCatalog;
import io.zhike.entity.Many;
import io.zhike.entity.Rollup;
import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The records that a figure counts or takes together, as a list is asked for them.
 *
 * @param where a tree: whatever of it a filter cannot say, a browser leaves alone
 */
record FigureRecords(String entity, JsonNode where) {
    private static final Expressions LANGUAGE = new Expressions();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * Those behind {@code figure}, an expression over the record {@code id} of {@code entity}; empty where it is no count, sum
     * or the like over records that point to it.
     */
    static Optional<FigureRecords> of(EntityCatalog catalog, String entity, UUID id, Expression figure) {
        return switch (figure) {
            case Expression.Aggregate aggregate when together(aggregate) -> aggregate(catalog, entity, id, aggregate);
            case Expression.Path path
            when path.codes().size() == 1 ->
                catalog.rollupsOf(entity).stream()
                        .filter(rollup -> rollup.field().equals(path.codes().getFirst()))
                        .findFirst()
                        .map(rollup -> rollup(id, rollup));
            default -> Optional.empty();
        };
    }

    private static boolean together(Expression.Aggregate aggregate) {
        return switch (aggregate.function()) {
            case COUNT, SUM, AVERAGE, MIN, MAX, COUNTUNIQUE -> true;
            case FIRST, LAST, ANY, ALL -> false;
        };
    }

    private static Optional<FigureRecords> aggregate(
            EntityCatalog catalog, String entity, UUID id, Expression.Aggregate aggregate) {
        Optional<Many> many = catalog.many(entity, aggregate.children());
        boolean counted = aggregate.function() != Expression.Aggregation.COUNT || aggregate.value() == null;
        if (many.isEmpty() || !counted) {
            return Optional.empty();
        }
        String of = many.get().entity();
        return switch (many.get().way()) {
            case Many.Way.PointHere(String field) ->
                Optional.of(new FigureRecords(of, where(field, "in", id, aggregate.where())));
            case Many.Way.LinkHere(String field) ->
                Optional.of(new FigureRecords(of, where(field, "contains_any", id, aggregate.where())));
            case Many.Way.LinkedFromHere _ -> Optional.empty();
        };
    }

    private static FigureRecords rollup(UUID id, Rollup rollup) {
        return new FigureRecords(
                rollup.child(), where(rollup.parent(), "in", id, rollup.where().orElse(null)));
    }

    private static JsonNode where(String field, String operator, UUID id, @Nullable Expression condition) {
        ObjectNode both = JSON.objectNode();
        ArrayNode all = both.putArray("all");
        all.addObject()
                .put("field", field)
                .put("op", operator)
                .putArray("value")
                .add(id.toString());
        switch (condition) {
            case null -> {}
            case Expression.Logic(Expression.Connective connective, var parts)
            when connective == Expression.Connective.AND -> parts.forEach(part -> all.add(LANGUAGE.toJson(part)));
            default -> all.add(LANGUAGE.toJson(condition));
        }
        return both;
    }
}
