package io.zhike.page;

import io.zhike.entity.EntityCatalog;
import io.zhike.entity.FieldPaths;
import io.zhike.expression.Checked;
import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import io.zhike.expression.Type;
import io.zhike.message.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Expressions in views and pages: what is wrong with one beyond its schema, for whom its names are there. */
final class Conditions {
    private static final Expressions LANGUAGE = new Expressions();

    private final EntityCatalog catalog;
    private final FieldPaths paths;

    Conditions(EntityCatalog catalog, FieldPaths paths) {
        this.catalog = catalog;
        this.paths = paths;
    }

    /** What is wrong with a condition over records of {@code entity}. */
    List<Issue> issues(String entity, JsonNode where, String place) {
        List<Issue> issues = problems(entity, check(entity, where, null), place);
        tree(entity, where)
                .map(Expression::type)
                .filter(type -> !(type instanceof Type.Bool))
                .ifPresent(type -> issues.add(Issue.at(place, ViewIssue.NOT_A_CONDITION, type.label())));
        return issues;
    }

    /**
     * What is wrong with any expression over records of {@code entity}.
     *
     * @param expected what it must give; null for anything
     */
    List<Issue> issues(String entity, String text, @Nullable Type expected, String place) {
        return problems(entity, check(entity, JsonNodeFactory.instance.stringNode(text), expected), place);
    }

    private List<Issue> problems(String entity, Checked checked, String place) {
        List<Issue> issues = new ArrayList<>();
        checked.problems().forEach(problem -> issues.add(new Issue(place, problem.message())));
        checked.expression()
                .ifPresent(expression -> expression.paths().stream()
                        .filter(path -> !paths.readable(entity, path))
                        .map(path -> Issue.at(
                                place,
                                ViewIssue.NO_SUCH_FIELD,
                                catalog.get(entity).label(),
                                String.join(".", path)))
                        .forEach(issues::add));
        return issues;
    }

    /** An expression, as a text or as its tree, that is correct as such, whoever reads it. */
    Optional<Expression> tree(String entity, JsonNode text) {
        return check(entity, text, null).expression();
    }

    private Checked check(String entity, JsonNode text, @Nullable Type expected) {
        return text.isString()
                ? LANGUAGE.check(text.asString(), entity, catalog.vocabulary(), expected)
                : LANGUAGE.check(text, entity, catalog.vocabulary(), expected);
    }

    /** Whether it looks at records that belong to the one it is asked for. */
    static boolean aggregates(Expression expression) {
        return expression instanceof Expression.Aggregate
                || expression.parts().stream().anyMatch(Conditions::aggregates);
    }
}
