package io.zhike.expression;

import io.zhike.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be told of a tree without evaluating it. */
final class TreeFacts {
    enum Reading {
        NOW,
        CALLER,
        STAFF
    }

    private TreeFacts() {}

    static Set<List<String>> paths(Expression tree) {
        Set<List<String>> found = new LinkedHashSet<>();
        collect(tree, List.of(), found);
        return found;
    }

    private static void collect(Expression tree, List<String> scope, Set<List<String>> found) {
        List<String> inner = scope;
        if (tree instanceof Expression.Path path) {
            if (scope.isEmpty() || !path.codes().equals(Expression.ITSELF)) {
                found.add(joined(scope, path.codes()));
            }
        } else if (tree instanceof Expression.Aggregate aggregate) {
            inner = joined(scope, List.of(aggregate.children().split("\\.")));
            found.add(inner);
        }
        for (Expression part : tree.parts()) {
            collect(part, inner, found);
        }
    }

    private static List<String> joined(List<String> scope, List<String> codes) {
        List<String> all = new ArrayList<>(scope);
        all.addAll(codes);
        return List.copyOf(all);
    }

    static boolean uses(Expression tree, Reading reading) {
        if (tree instanceof Expression.Call call
                && Functions.get(call.function()).reads(reading)) {
            return true;
        }
        for (Expression part : tree.parts()) {
            if (uses(part, reading)) {
                return true;
            }
        }
        return false;
    }

    /** Which bound the tree exceeds; null for none. */
    static @Nullable Message excess(Expression tree) {
        if (depth(tree) > Limits.DEPTH) {
            return ExpressionError.TOO_DEEP.with(Limits.DEPTH);
        }
        if (size(tree) > Limits.NODES) {
            return ExpressionError.TOO_LARGE.with(Limits.NODES);
        }
        return cost(tree) > Limits.COST ? ExpressionError.TOO_COSTLY.with() : null;
    }

    private static int depth(Expression tree) {
        int deepest = 0;
        for (Expression part : tree.parts()) {
            deepest = Math.max(deepest, depth(part));
        }
        return deepest + 1;
    }

    private static int size(Expression tree) {
        int size = 1;
        for (Expression part : tree.parts()) {
            size += size(part);
        }
        return size;
    }

    /** How many computations the tree becomes where functions read an argument more than once; capped. */
    static long cost(Expression tree) {
        long parts = 0;
        for (Expression part : tree.parts()) {
            parts += cost(part);
        }
        long times = switch (tree) {
            case Expression.Call call -> Functions.get(call.function()).repeats();
            case Expression.Compare compare ->
                compare.left().type().equals(compare.right().type()) ? 1 : 2;
            default -> 1;
        };
        return Math.min(1 + parts * times, Limits.COST + 1);
    }
}
