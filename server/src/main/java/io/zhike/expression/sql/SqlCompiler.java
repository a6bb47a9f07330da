package io.zhike.expression.sql;

import io.zhike.expression.Expression;
import io.zhike.expression.Type;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Turns expressions into SQL. What depends on no row is computed here and bound, so that {@code paid_at >= NOW() -
 * DAYS(90)} becomes {@code paid_at >= ?}; plain columns stay bare, so that their indexes serve.
 */
public final class SqlCompiler {
    private final boolean folding;

    public SqlCompiler() {
        this(true);
    }

    /**
     * @param folding whether what depends on no row is computed in memory; without it PostgreSQL computes it, which is
     *     how tests hold the two together
     */
    SqlCompiler(boolean folding) {
        this.folding = folding;
    }

    /**
     * The value: text {@code String}, number {@code BigDecimal}, boolean {@code Boolean}, date {@code LocalDate},
     * datetime {@code OffsetDateTime}, duration {@code BigDecimal} seconds, ids {@code UUID}, lists arrays of these.
     * Null where the evaluator gives null.
     */
    public Field<?> compile(Expression expression, SqlScope scope) {
        Compilation compilation = new Compilation(scope, folding);
        boolean number = expression.type() instanceof Type.Number || expression.type() instanceof Type.Duration;
        return number ? compilation.number(expression) : compilation.value(expression);
    }

    /** True exactly where the boolean {@code expression} holds, never null under a negation of its own. */
    public Condition condition(Expression expression, SqlScope scope) {
        return new Compilation(scope, folding).holds(expression);
    }
}
