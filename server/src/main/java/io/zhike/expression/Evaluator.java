package io.zhike.expression;

import org.jspecify.annotations.Nullable;

/** The language in memory: gives for one record what the SQL back end gives for a table of them. */
public final class Evaluator {

    /** The value, as {@link Type} says for {@link Expression#type()}; null when it is blank. Fails for no data. */
    public @Nullable Object evaluate(Expression expression, Row row, Environment environment) {
        return new Evaluation(row, environment).value(expression);
    }

    /** Whether a boolean expression holds; blank does not. */
    public boolean holds(Expression condition, Row row, Environment environment) {
        return Boolean.TRUE.equals(evaluate(condition, row, environment));
    }
}
