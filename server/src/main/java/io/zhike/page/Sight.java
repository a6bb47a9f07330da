package io.zhike.page;

import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is left of a page for somebody.
 *
 * @param wrong places of the document with what is gone, or hidden from that person
 * @param page the entity of the page's records
 * @param tree the checked tree of a condition over an entity
 */
record Sight(Set<String> wrong, String page, BiFunction<String, JsonNode, Optional<Expression>> tree) {
    private static final Expressions LANGUAGE = new Expressions();

    Sight {
        wrong = Set.copyOf(wrong);
    }

    boolean hides(String place) {
        return wrong.contains(place);
    }

    /** The condition as the tree that browsers judge; null for always, also where it speaks of something hidden. */
    @Nullable
    JsonNode shown(String place, @Nullable JsonNode condition) {
        return hides(place) ? null : condition(page, condition);
    }

    /** The condition as the tree that can stand beside others. */
    @Nullable
    JsonNode condition(String entity, @Nullable JsonNode condition) {
        return condition == null
                ? null
                : tree.apply(entity, condition).map(LANGUAGE::toJson).orElse(null);
    }
}
