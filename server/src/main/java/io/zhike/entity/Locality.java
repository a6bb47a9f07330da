package io.zhike.entity;

import io.zhike.expression.Expression;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an expression depends on nothing but its record's own stored fields, so that a change of the record tells all
 * there is to know. What follows a relation, counts children, asks the time or the caller is beyond that.
 */
final class Locality {
    private final Map<String, EntityDefinition> entities;
    private final Map<ComputedFields.Key, Expression> formulas;

    Locality(Map<String, EntityDefinition> entities, Map<ComputedFields.Key, Expression> formulas) {
        this.entities = entities;
        this.formulas = formulas;
    }

    /** The first thing in {@code tree} that is beyond the record, formulas looked into; empty where all is local. */
    Optional<String> beyond(String entity, Expression tree) {
        if (tree.usesNow() || tree.usesCaller()) {
            return Optional.of(tree.usesNow() ? "NOW" : "ME");
        }
        for (List<String> path : tree.paths()) {
            if (path.size() > 1 || isMany(entity, path.getFirst())) {
                return Optional.of(String.join(".", path));
            }
            Expression inner = formulas.get(new ComputedFields.Key(entity, path.getFirst()));
            Optional<String> beyond = inner == null ? Optional.empty() : beyond(entity, inner);
            if (beyond.isPresent()) {
                return beyond.map(what -> path.getFirst() + " → " + what);
            }
        }
        return Optional.empty();
    }

    /** The stored fields that {@code of} and {@code where} read, and the relation to the parent. */
    Set<String> reads(String entity, String parent, Optional<Expression> of, Optional<Expression> where) {
        Set<String> reads = new HashSet<>(Set.of(parent));
        of.ifPresent(tree -> gather(entity, tree, reads));
        where.ifPresent(tree -> gather(entity, tree, reads));
        return reads;
    }

    private void gather(String entity, Expression tree, Set<String> reads) {
        for (List<String> path : tree.paths()) {
            Expression inner = formulas.get(new ComputedFields.Key(entity, path.getFirst()));
            if (inner == null) {
                reads.add(path.getFirst());
            } else {
                gather(entity, inner, reads);
            }
        }
    }

    private boolean isMany(String entity, String code) {
        EntityDefinition definition = entities.get(entity);
        return definition == null
                || definition
                        .field(code)
                        .map(field -> !(field.type().storage() instanceof Storage.Column)
                                && !(field.type().storage() instanceof Storage.Parts)
                                && !(field.type().storage() instanceof Storage.Computed))
                        .orElse(true);
    }
}
