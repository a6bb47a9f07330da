package io.zhike.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was written, before names and types are known; both the text and the JSON tree become this. */
sealed interface Syntax {
    Place place();

    /**
     * Where a part was written.
     *
     * @param node the path of the JSON node; empty for text
     */
    record Place(int from, int to, String node) {
        static Place text(int from, int to) {
            return new Place(from, to, "");
        }

        Place to(Place end) {
            return new Place(from, end.to, node);
        }
    }

    /** A constant; {@code type} is what was said of it, or what its form tells. */
    record Constant(Place place, @Nullable Object value, Type type) implements Syntax {}

    /** A name and what follows it by dots. */
    record Name(Place place, List<Part> parts) implements Syntax {
        record Part(String name, Place place) {}

        String last() {
            return parts.getLast().name();
        }
    }

    record Call(Place place, String function, Place functionPlace, List<Syntax> arguments) implements Syntax {}

    record Negate(Place place, Syntax operand) implements Syntax {}

    record Not(Place place, Syntax operand) implements Syntax {}

    record Arithmetic(Place place, Expression.Operator operator, Syntax left, Syntax right) implements Syntax {}

    record Compare(Place place, Expression.Comparison comparison, Syntax left, Syntax right) implements Syntax {}

    record In(Place place, Syntax value, Syntax list) implements Syntax {}

    record Logic(Place place, Expression.Connective connective, List<Syntax> operands) implements Syntax {}

    record Items(Place place, List<Syntax> items) implements Syntax {}

    /** An aggregate as the JSON tree has it, its parts named. */
    record Aggregate(
            Place place,
            String function,
            Name children,
            @Nullable Syntax value,
            @Nullable Syntax by,
            @Nullable Syntax where)
            implements Syntax {}
}
