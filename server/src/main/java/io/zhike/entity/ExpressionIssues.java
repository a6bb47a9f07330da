package io.zhike.entity;

import io.zhike.expression.Problem;
import io.zhike.message.Issue;

/** Problems of an expression as issues of the document that holds it. */
final class ExpressionIssues {
    private ExpressionIssues() {}

    /** {@code fields[3].formula[4,9)}: the place of the text, then the place within it. */
    static Issue at(String path, Problem problem) {
        String within = problem.to() == 0 ? "" : "[" + problem.from() + "," + problem.to() + ")";
        return new Issue(path + within, problem.message());
    }
}
