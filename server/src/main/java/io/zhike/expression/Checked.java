package io.zhike.expression;

import java.util.List;
import java.util.Optional;

/** The outcome of a check: the tree, or what keeps it from being one. Exactly one of the two is there. */
public record Checked(Optional<Expression> expression, List<Problem> problems) {

    public Checked {
        problems = List.copyOf(problems);
        if (expression.isPresent() != problems.isEmpty()) {
            throw new IllegalArgumentException("either an expression or problems");
        }
    }

    static Checked of(Expression expression) {
        return new Checked(Optional.of(expression), List.of());
    }

    static Checked refused(List<Problem> problems) {
        return new Checked(Optional.empty(), problems);
    }

    /** The tree, or {@code EXPRESSION_REFUSED} with one issue per problem. */
    public Expression orThrow() {
        return expression.orElseThrow(() -> ExpressionError.EXPRESSION_REFUSED.problem(
                problems.stream()
                        .map(p -> new io.zhike.message.Issue(
                                p.to() == 0 ? "" : "[" + p.from() + "," + p.to() + ")", p.message()))
                        .toList(),
                problems.getFirst().message()));
    }
}
