package io.zhike.page;

import io.zhike.access.Grants;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionSet;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.FieldPaths;
import io.zhike.entity.FieldTypes;
import io.zhike.expression.Expression;
import io.zhike.message.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What is wrong with a record page beyond its schema: the same for what is published and for what one person is shown, to
 * whom what may not be read is not there.
 */
final class RecordPageCheck {
    private final DefinitionSet all;
    private final EntityCatalog catalog;
    private final Predicate<String> visible;
    private final FieldPaths paths;
    private final Conditions conditions;

    private RecordPageCheck(
            DefinitionSet all,
            Predicate<String> visible,
            BiPredicate<String, String> sees,
            BiPredicate<String, String> shows) {
        this.all = all;
        this.catalog = EntityCatalog.of(all);
        this.visible = visible;
        this.paths = new FieldPaths(catalog, sees, shows);
        this.conditions = new Conditions(catalog, paths);
    }

    /** For what is published: everything may be named that is there. */
    static RecordPageCheck of(DefinitionSet all) {
        return new RecordPageCheck(all, _ -> true, (_, _) -> true, (_, _) -> true);
    }

    /** For what one person is shown. */
    static RecordPageCheck of(DefinitionSet all, Grants grants) {
        return new RecordPageCheck(all, entity -> grants.on(entity).visible(), grants::sees, grants::shows);
    }

    /** All that is wrong, with its place; nothing where the entity itself is not there. */
    List<Issue> issues(RecordLayout page) {
        Optional<EntityDefinition> entity = entity(page.entity());
        return entity.isEmpty()
                ? List.of()
                : page.uses().stream()
                        .flatMap(use -> issues(entity.get(), use).stream())
                        .toList();
    }

    /** The page as far as it is there; empty where its entity is not. */
    Optional<RecordLayout> seen(RecordLayout page) {
        Sight sight = new Sight(
                issues(page).stream().map(Issue::path).collect(Collectors.toSet()), page.entity(), conditions::tree);
        return entity(page.entity()).map(_ -> page.without(sight));
    }

    /** An expression over the records of a page that is correct as such, whoever reads it. */
    Optional<Expression> tree(String entity, JsonNode text) {
        return conditions.tree(entity, text);
    }

    private Optional<EntityDefinition> entity(String code) {
        return catalog.find(code).filter(found -> visible.test(found.code()));
    }

    private List<Issue> issues(EntityDefinition page, PageUse use) {
        return switch (use) {
            case PageUse.OfEntity(String place, String code) ->
                entity(code).isPresent() ? List.of() : List.of(Issue.at(place, ViewIssue.NO_SUCH_ENTITY, code));
            case PageUse.OfField field -> field(field);
            case PageUse.OfRelation relation -> relation(page, relation);
            case PageUse.OfForm(String place, String code) -> form(page, place, code);
            case PageUse.OfCondition(String place, String code, JsonNode where) ->
                entity(code).isEmpty() ? List.of() : conditions.issues(code, where, place);
            case PageUse.OfShown(String place, JsonNode condition) -> shown(page.code(), place, condition);
            case PageUse.OfValue(String place, String text) -> value(page.code(), place, text);
            case PageUse.OfBound bound -> bound(page.code(), bound);
        };
    }

    private List<Issue> field(PageUse.OfField use) {
        Optional<EntityDefinition> entity = entity(use.entity());
        if (entity.isEmpty()) {
            return List.of();
        }
        boolean there =
                use.need().masked() ? paths.show(use.entity(), use.path()) : paths.lead(use.entity(), use.path());
        if (!there) {
            return List.of(
                    Issue.at(use.place(), ViewIssue.NO_SUCH_FIELD, entity.get().label(), use.path()));
        }
        boolean fits = use.need().far() || !use.path().contains(".");
        return fits
                ? List.of()
                : List.of(Issue.at(
                        use.place(),
                        ViewIssue.WRONG_FIELD,
                        use.path(),
                        use.need().label()));
    }

    private List<Issue> relation(EntityDefinition page, PageUse.OfRelation use) {
        Optional<EntityDefinition> entity = entity(use.entity());
        if (entity.isEmpty()) {
            return List.of();
        }
        Optional<Field> field = entity.get().field(use.field()).filter(_ -> paths.lead(use.entity(), use.field()));
        if (field.isEmpty()) {
            return List.of(
                    Issue.at(use.place(), ViewIssue.NO_SUCH_FIELD, entity.get().label(), use.field()));
        }
        boolean points = field.get().type().code().equals("relation")
                && field.get().type().target().filter(page.code()::equals).isPresent();
        return points
                ? List.of()
                : List.of(Issue.at(
                        use.place(),
                        RecordPageIssue.NOT_POINTING_HERE,
                        entity.get().label(),
                        field.get().label()));
    }

    private List<Issue> form(EntityDefinition page, String place, String code) {
        boolean another = all.find(new DefinitionKey(FormKind.KIND, code))
                .map(Form::entity)
                .filter(entity -> !entity.equals(page.code()))
                .isPresent();
        return another ? List.of(Issue.at(place, RecordPageIssue.FORM_OF_ANOTHER, code)) : List.of();
    }

    /** The browser judges it by what it has of the record, as it does the logic of forms. */
    private List<Issue> shown(String entity, String place, JsonNode condition) {
        List<Issue> issues = new ArrayList<>(conditions.issues(entity, condition, place));
        conditions.tree(entity, condition).ifPresent(tree -> {
            if (Conditions.aggregates(tree)) {
                issues.add(Issue.at(place, RecordPageIssue.ROWS_IN_SHOWN));
            }
            if (tree.usesStaff()) {
                issues.add(Issue.at(place, RecordPageIssue.STAFF_IN_SHOWN));
            }
        });
        return issues;
    }

    private List<Issue> value(String entity, String place, String text) {
        List<Issue> issues = new ArrayList<>(conditions.issues(entity, text, null, place));
        conditions
                .tree(entity, text(text))
                .map(Expression::type)
                .filter(type -> FieldTypes.holding(type).isEmpty())
                .ifPresent(type -> issues.add(Issue.at(place, RecordPageIssue.NOT_ONE_VALUE, type.label())));
        return issues;
    }

    private List<Issue> bound(String entity, PageUse.OfBound use) {
        return conditions
                .tree(entity, text(use.value()))
                .map(value -> conditions.issues(entity, use.text(), value.type(), use.place()))
                .orElseGet(List::of);
    }

    static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }
}
