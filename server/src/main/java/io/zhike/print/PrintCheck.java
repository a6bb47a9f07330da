package io.zhike.print;

import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.FieldPaths;
import io.zhike.entity.Many;
import io.zhike.expression.Checked;
import io.zhike.expression.Expressions;
import io.zhike.expression.Type;
import io.zhike.message.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the fields, sentences and related records that a template names are there. */
final class PrintCheck {
    private static final Expressions LANGUAGE = new Expressions();

    private final EntityCatalog catalog;
    private final FieldPaths paths;

    PrintCheck(EntityCatalog catalog) {
        this.catalog = catalog;
        this.paths = new FieldPaths(catalog, (_, _) -> true);
    }

    /** Nothing where the entity itself is not there, which is told of as a reference. */
    List<Issue> issues(PrintTemplate template) {
        return catalog.find(template.entity())
                .map(entity -> issues(entity, Wanted.of(template)))
                .orElse(List.of());
    }

    private List<Issue> issues(EntityDefinition entity, Wanted wanted) {
        List<Issue> issues = new ArrayList<>();
        if (wanted.tooMuch()) {
            issues.add(Issue.at("body", PrintIssue.TOO_MANY_FIELDS, Wanted.MOST));
        }
        wanted.paths().forEach(use -> path(entity, use, issues));
        wanted.images().forEach(use -> image(entity, use, issues));
        wanted.formulas().forEach(use -> sentence(entity, use, issues));
        wanted.conditions().forEach(use -> condition(entity, use, issues));
        wanted.rows().forEach(rows -> rows(entity, rows, issues));
        return issues;
    }

    private boolean path(EntityDefinition entity, Wanted.Use use, List<Issue> issues) {
        boolean leads = paths.lead(entity.code(), use.what());
        if (!leads) {
            issues.add(Issue.at(use.place(), PrintIssue.NO_SUCH_FIELD, entity.label(), use.what()));
        }
        return leads;
    }

    private void image(EntityDefinition entity, Wanted.Use use, List<Issue> issues) {
        boolean image = field(entity, use.what())
                .filter(field -> field.type().files().isPresent())
                .isPresent();
        if (path(entity, use, issues) && !image) {
            issues.add(Issue.at(use.place(), PrintIssue.NOT_AN_IMAGE_FIELD, use.what()));
        }
    }

    /** The field at the end of a path through records; empty for what is known of people. */
    private Optional<Field> field(EntityDefinition entity, String path) {
        Optional<EntityDefinition> at = Optional.of(entity);
        List<String> codes = List.of(path.split("\\.", -1));
        for (String code : codes.subList(0, codes.size() - 1)) {
            at = at.flatMap(found -> found.field(code))
                    .flatMap(field -> field.type().target())
                    .flatMap(catalog::find);
        }
        return at.flatMap(found -> found.field(codes.getLast()));
    }

    private Optional<Type> sentence(EntityDefinition entity, Wanted.Use use, List<Issue> issues) {
        Checked checked = LANGUAGE.check(use.what(), entity.code(), catalog.vocabulary());
        checked.problems().forEach(problem -> issues.add(new Issue(use.place(), problem.message())));
        return checked.expression().map(expression -> expression.type());
    }

    private void condition(EntityDefinition entity, Wanted.Use use, List<Issue> issues) {
        sentence(entity, use, issues)
                .filter(type -> !(type instanceof Type.Bool))
                .ifPresent(type -> issues.add(Issue.at(use.place(), PrintIssue.NOT_A_CONDITION, type.label())));
    }

    private void rows(EntityDefinition entity, PrintNode.Rows rows, List<Issue> issues) {
        Optional<EntityDefinition> child =
                catalog.many(entity.code(), rows.of()).map(Many::entity).flatMap(catalog::find);
        if (child.isEmpty()) {
            issues.add(Issue.at(rows.place(), PrintIssue.NO_SUCH_ROWS, entity.label(), rows.of()));
            return;
        }
        for (PrintNode.Column column : rows.columns()) {
            boolean found = path(child.get(), new Wanted.Use(column.place(), column.path()), issues);
            boolean adds = field(child.get(), column.path())
                    .filter(field -> field.type().valueType() instanceof Type.Number)
                    .isPresent();
            if (found && column.total() && !adds) {
                issues.add(Issue.at(column.place(), PrintIssue.NOTHING_TO_ADD, column.path()));
            }
        }
        rows.sort().ifPresent(sort -> {
            String path = sort.startsWith("-") ? sort.substring(1) : sort;
            path(child.get(), new Wanted.Use(rows.place(), path), issues);
        });
    }

    /** The fields of {@code entity} that a sentence reads; none where it is wrong. */
    List<String> fields(String entity, String text) {
        return LANGUAGE.check(text, entity, catalog.vocabulary())
                .expression()
                .map(expression -> expression.paths().stream()
                        .map(List::getFirst)
                        .filter(first -> catalog.find(entity)
                                .flatMap(found -> found.field(first))
                                .isPresent())
                        .distinct()
                        .toList())
                .orElse(List.of());
    }
}
