package io.zhike.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A checked expression: names resolved to codes, labels of options to their codes, every node with its type. Made by
 * {@link Expressions} only, so back ends need not check again.
 */
public sealed interface Expression {

    /** The path by which an aggregate names the record that it looks at: no field, and read by whoever reads the record. */
    List<String> ITSELF = List.of("id");

    Type type();

    /** The direct parts, in order; those of an aggregate are read in the scope of its children. */
    List<Expression> parts();

    /**
     * All fields read, each with the path that leads to it; what an aggregate reads is led by the codes of its
     * children, which are themselves in the set: {@code [orders], [orders, amount]}.
     */
    default Set<List<String>> paths() {
        return TreeFacts.paths(this);
    }

    /** Whether the value depends on the present time. */
    default boolean usesNow() {
        return TreeFacts.uses(this, TreeFacts.Reading.NOW);
    }

    /** Whether the value depends on who asks. */
    default boolean usesCaller() {
        return TreeFacts.uses(this, TreeFacts.Reading.CALLER);
    }

    /** Whether the value depends on which members belong to which departments, and on who leads them. */
    default boolean usesStaff() {
        return TreeFacts.uses(this, TreeFacts.Reading.STAFF);
    }

    /** A constant; numbers without trailing zeros, so that equal numbers are equal literals. */
    record Literal(@Nullable Object value, Type type) implements Expression {
        public Literal {
            if (value instanceof BigDecimal number) {
                value = Numbers.plain(number);
            } else if ("".equals(value)) {
                value = null;
            }
        }

        @Override
        public List<Expression> parts() {
            return List.of();
        }
    }

    /** The value of a field, here or through relations. */
    record Path(List<String> codes, Type type) implements Expression {
        public Path {
            codes = List.copyOf(codes);
        }

        @Override
        public List<Expression> parts() {
            return List.of();
        }
    }

    /** {@code [a, b, c]}; blanks among the items are left out of the value. */
    record ListLiteral(List<Expression> items, Type type) implements Expression {
        public ListLiteral {
            items = List.copyOf(items);
        }

        @Override
        public List<Expression> parts() {
            return items;
        }
    }

    /** {@code left + right} and the like; blank when a side is blank, except for {@link Operator#JOIN}. */
    record Arithmetic(Operator operator, Expression left, Expression right, Type type) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }
    }

    /** {@code -operand}, of a number or a duration. */
    record Negate(Expression operand) implements Expression {
        @Override
        public Type type() {
            return operand.type();
        }

        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }
    }

    /** {@code left < right} and the like; false when a side is blank. A date beside a datetime stands for its day. */
    record Compare(Comparison comparison, Expression left, Expression right) implements Expression {
        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }
    }

    /** {@code value IN list}; false when a side is blank. */
    record In(Expression value, Expression list) implements Expression {
        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public List<Expression> parts() {
            return List.of(value, list);
        }
    }

    /** {@code a AND b AND c}, or the same with OR; two operands or more; blank counts as false. */
    record Logic(Connective connective, List<Expression> operands) implements Expression {
        public Logic {
            operands = List.copyOf(operands);
            if (operands.size() < 2) {
                throw new IllegalArgumentException("a connective joins two operands or more");
            }
        }

        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public List<Expression> parts() {
            return operands;
        }
    }

    /** {@code NOT operand}; true when the operand is blank. */
    record Not(Expression operand) implements Expression {
        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }
    }

    /** A function of {@link Functions} by its canonical name. */
    record Call(String function, List<Expression> arguments, Type type) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Expression> parts() {
            return arguments;
        }
    }

    /**
     * A function over the records that belong to this one.
     *
     * @param children their code; codes joined by dots when reached through relations
     * @param value what is taken from each, in the child's scope; null for COUNT, ANY and ALL
     * @param by what FIRST and LAST order by, in the child's scope
     * @param where which of them count, in the child's scope; null for all
     */
    record Aggregate(
            Aggregation function,
            String children,
            @Nullable Expression value,
            @Nullable Expression by,
            @Nullable Expression where,
            Type type)
            implements Expression {
        @Override
        public List<Expression> parts() {
            return java.util.stream.Stream.of(value, by, where)
                    .filter(java.util.Objects::nonNull)
                    .map(java.util.Objects::requireNonNull)
                    .toList();
        }
    }

    enum Operator {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        /** Texts one after the other; a blank one adds nothing. */
        JOIN("&");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    enum Comparison {
        EQ("="),
        NE("<>"),
        LT("<"),
        LE("<="),
        GT(">"),
        GE(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        /** The comparison with its sides exchanged: {@code a < b} is {@code b > a}. */
        public Comparison mirrored() {
            return switch (this) {
                case EQ -> EQ;
                case NE -> NE;
                case LT -> GT;
                case LE -> GE;
                case GT -> LT;
                case GE -> LE;
            };
        }

        /** Whether an outcome of {@code compareTo} fulfils this. */
        public boolean holds(int order) {
            return switch (this) {
                case EQ -> order == 0;
                case NE -> order != 0;
                case LT -> order < 0;
                case LE -> order <= 0;
                case GT -> order > 0;
                case GE -> order >= 0;
            };
        }
    }

    enum Connective {
        AND,
        OR
    }

    /** What an aggregate makes of its records. */
    enum Aggregation {
        COUNT,
        SUM,
        AVERAGE,
        MIN,
        MAX,
        COUNTUNIQUE,
        ANY,
        ALL,
        FIRST,
        LAST
    }
}
