package io.zhike.page;

import io.zhike.access.Grants;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.FieldPaths;
import io.zhike.entity.Option;
import io.zhike.expression.Expression;
import io.zhike.message.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What is wrong with a view beyond its schema. The same for what is published and for what members keep for themselves;
 * they differ in which fields are there for whom.
 */
final class ViewCheck {
    private final EntityCatalog catalog;
    private final FieldPaths paths;
    private final Conditions conditions;
    private final Predicate<String> visible;

    /**
     * @param visible which entities there are
     * @param paths which names may be used; one that may not is told of as one that does not exist
     */
    private ViewCheck(EntityCatalog catalog, Predicate<String> visible, FieldPaths paths) {
        this.catalog = catalog;
        this.visible = visible;
        this.paths = paths;
        this.conditions = new Conditions(catalog, paths);
    }

    /** For what is published: everything may be named that is there. */
    static ViewCheck of(EntityCatalog catalog) {
        return new ViewCheck(catalog, _ -> true, new FieldPaths(catalog, (_, _) -> true));
    }

    /** For what one person keeps or is shown: what they may not read is not there. */
    static ViewCheck of(Grants grants) {
        FieldPaths paths = new FieldPaths(grants.catalog(), grants::sees, grants::shows);
        return new ViewCheck(grants.catalog(), entity -> grants.on(entity).visible(), paths);
    }

    /** Whether there is such an entity. */
    boolean knows(String entity) {
        return catalog.find(entity).isPresent() && visible.test(entity);
    }

    /** All that is wrong, with its place; nothing where the entity itself is not there. */
    List<Issue> issues(View view) {
        Optional<EntityDefinition> entity = catalog.find(view.entity()).filter(found -> visible.test(found.code()));
        if (entity.isEmpty()) {
            return List.of();
        }
        List<Issue> issues = new ArrayList<>(missing(view));
        view.uses().forEach(use -> use(entity.get(), use).ifPresent(issues::add));
        issues.addAll(hidden(entity.get(), view));
        view.where().ifPresent(where -> issues.addAll(conditions.issues(view.entity(), where, "where")));
        for (int i = 0; i < view.colors().size(); i++) {
            issues.addAll(color(view.entity(), view.colors().get(i), "colors[" + i + "].where"));
        }
        return issues;
    }

    /** What the type of the view cannot do without. */
    private static List<Issue> missing(View view) {
        List<Issue> issues = new ArrayList<>();
        switch (view.type()) {
            case BOARD -> needs(view, "by", view.layout().by(), issues);
            case CALENDAR -> needs(view, "from", view.layout().from(), issues);
            case GANTT -> {
                needs(view, "from", view.layout().from(), issues);
                needs(view, "to", view.layout().to(), issues);
            }
            case LIST, GALLERY -> {}
        }
        return issues;
    }

    private static void needs(View view, String property, Optional<String> value, List<Issue> issues) {
        if (value.isEmpty()) {
            issues.add(
                    Issue.at(property, ViewIssue.MISSING_FOR_TYPE, view.type().code(), property));
        }
    }

    private Optional<Issue> use(EntityDefinition entity, FieldUse use) {
        boolean there =
                use.need().masked() ? paths.show(entity.code(), use.path()) : paths.lead(entity.code(), use.path());
        if (!there) {
            return Optional.of(Issue.at(use.place(), ViewIssue.NO_SUCH_FIELD, entity.label(), use.path()));
        }
        Optional<Field> own = entity.field(use.path());
        boolean fits = own.isPresent() ? use.need().fits(own.get()) : use.need().far();
        return fits
                ? Optional.empty()
                : Optional.of(Issue.at(
                        use.place(),
                        ViewIssue.WRONG_FIELD,
                        own.map(Field::label).map(label -> (Object) label).orElse(use.path()),
                        use.need().label()));
    }

    private List<Issue> hidden(EntityDefinition entity, View view) {
        List<Option> options = view.layout()
                .by()
                .flatMap(entity::field)
                .filter(field -> paths.lead(entity.code(), field.code()))
                .map(field -> field.type().options())
                .orElse(List.of());
        List<Issue> issues = new ArrayList<>();
        for (int i = 0; i < view.layout().hidden().size() && !options.isEmpty(); i++) {
            String code = view.layout().hidden().get(i);
            if (options.stream().noneMatch(option -> option.code().equals(code))) {
                issues.add(Issue.at("hidden[" + i + "]", ViewIssue.NO_SUCH_COLUMN, code));
            }
        }
        return issues;
    }

    /** The browser judges it by what a row of the list holds, which tells nothing of records that belong to it, nor of the staff. */
    private List<Issue> color(String entity, ColorRule rule, String place) {
        List<Issue> issues = new ArrayList<>(conditions.issues(entity, rule.where(), place));
        tree(entity, rule.where()).ifPresent(tree -> {
            if (Conditions.aggregates(tree)) {
                issues.add(Issue.at(place, ViewIssue.AGGREGATE_IN_COLOR));
            }
            if (tree.usesStaff()) {
                issues.add(Issue.at(place, ViewIssue.STAFF_IN_COLOR));
            }
        });
        return issues;
    }

    /** A condition that is correct as such, whoever reads it. */
    Optional<Expression> tree(String entity, JsonNode where) {
        return conditions.tree(entity, where);
    }
}
