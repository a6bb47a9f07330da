package io.zhike.entity;

import io.zhike.expression.Expression;
import java.util.Optional;
import java.util.Set;

/**
 * A roll-up, checked: what a change of a child means to its parent's column.
 *
 * @param entity whose column it is
 * @param field the roll-up's code, which names the column
 * @param child the entity whose records are taken together
 * @param parent the relation of the child that points to {@code entity}
 * @param of the child's field that is taken; empty for a count
 * @param where which children count, over the child's own fields alone
 * @param reads the child's stored fields on which the figure depends, {@code parent} included; no change of another one
 *     touches the roll-up, but deleting and restoring a child does
 */
public record Rollup(
        String entity,
        String field,
        Computation.Fn fn,
        String child,
        String parent,
        Optional<Expression> of,
        Optional<Expression> where,
        Set<String> reads) {

    public Rollup {
        reads = Set.copyOf(reads);
    }
}
