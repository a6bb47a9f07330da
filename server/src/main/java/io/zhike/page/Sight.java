package io.zhike.page;

import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is left of a page for somebody.
 *
 * @param wrong places of the document with what is gone, or hidden from that person
 * @param tree the checked tree of a condition
 */
record Sight(Set<String> wrong, Function<JsonNode, Optional<Expression>> tree) {
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
        return condition == null || hides(place)
                ? null
                : tree.apply(condition).map(LANGUAGE::toJson).orElse(null);
    }
}
