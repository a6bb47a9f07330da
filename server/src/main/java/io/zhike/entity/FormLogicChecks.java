package io.zhike.entity;

import io.zhike.entity.FormLogic.Condition;
import io.zhike.expression.Checked;
import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import io.zhike.expression.Problem;
import io.zhike.expression.Type;
import io.zhike.expression.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the conditions of entities. A condition sees its record and what the record points to: never the rows that point
 * to it, which no form has before the record is saved and which may be any number; a roll-up serves there.
 */
final class FormLogicChecks {
    private static final Expressions LANGUAGE = new Expressions();

    /** The functions that give an answer about a blank argument. */
    private static final Set<String> ASK_ABOUT_BLANKS = Set.of("ISBLANK", "IFBLANK", "COALESCE");

    private final Map<String, EntityDefinition> entities;
    private final Relations relations;
    private final ComputedFields computed;
    private final Vocabulary vocabulary;
    private final CatalogBuilder.Issues issues;

    FormLogicChecks(
            Map<String, EntityDefinition> entities,
            Relations relations,
            ComputedFields computed,
            CatalogBuilder.Issues issues) {
        this.entities = entities;
        this.relations = relations;
        this.computed = computed;
        this.issues = issues;
        this.vocabulary = new EntityVocabulary(
                entities.values(), relations, (entity, field) -> field.type().valueType());
    }

    /** The logic of every entity that has any. */
    Map<String, FormLogic> all() {
        Map<String, FormLogic> all = new LinkedHashMap<>();
        for (EntityDefinition entity : entities.values()) {
            FormLogic logic = of(entity);
            if (!logic.isEmpty()) {
                all.put(entity.code(), logic);
            }
        }
        return all;
    }

    private FormLogic of(EntityDefinition entity) {
        Map<String, Condition> shown = new LinkedHashMap<>();
        Map<String, Condition> required = new LinkedHashMap<>();
        Map<String, Condition> readonly = new LinkedHashMap<>();
        Map<String, Map<String, Condition>> options = new LinkedHashMap<>();
        for (Field field : entity.fields()) {
            put(entity, field, "shown", field.logic().shown(), shown);
            put(entity, field, "required_when", field.logic().requiredWhen(), required);
            put(entity, field, "readonly_when", field.logic().readonlyWhen(), readonly);
            Map<String, Condition> available = available(entity, field);
            if (!available.isEmpty()) {
                options.put(field.code(), available);
            }
        }
        List<FormLogic.Rule> checks = new ArrayList<>();
        for (Check check : entity.checks()) {
            field(entity, check);
            condition(entity, issues.checkPath(entity.code(), check.code()) + ".when", check.when())
                    .map(condition -> new FormLogic.Rule(check, condition, needs(entity, condition)))
                    .ifPresent(checks::add);
        }
        boolean none =
                shown.isEmpty() && required.isEmpty() && readonly.isEmpty() && options.isEmpty() && checks.isEmpty();
        return none ? FormLogic.NONE : new FormLogic(shown, required, readonly, options, checks);
    }

    private void put(
            EntityDefinition entity,
            Field field,
            String property,
            Optional<String> text,
            Map<String, Condition> conditions) {
        text.flatMap(each -> condition(entity, issues.path(entity.code(), field.code(), property), each))
                .ifPresent(condition -> conditions.put(field.code(), condition));
    }

    private Map<String, Condition> available(EntityDefinition entity, Field field) {
        Map<String, Condition> available = new LinkedHashMap<>();
        List<Option> options = field.type().options();
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            String path = issues.path(entity.code(), field.code(), "options[" + i + "].when");
            option.when()
                    .flatMap(text -> condition(entity, path, text))
                    .ifPresent(condition -> available.put(option.code(), condition));
        }
        return available;
    }

    private void field(EntityDefinition entity, Check check) {
        Optional<String> unknown =
                check.field().filter(code -> entity.field(code).isEmpty());
        unknown.ifPresent(code -> issues.add(
                entity.code(),
                io.zhike.message.Issue.at(
                        issues.checkPath(entity.code(), check.code()) + ".field",
                        DefinitionText.NO_SUCH_FIELD,
                        entity.label(),
                        code)));
    }

    private Optional<Condition> condition(EntityDefinition entity, String path, String text) {
        Checked checked = LANGUAGE.checkCondition(text, entity.code(), vocabulary);
        for (Problem problem : checked.problems()) {
            issues.add(entity.code(), ExpressionIssues.at(path, problem));
        }
        Optional<Expression> tree = checked.expression();
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        Set<List<String>> paths = new HashSet<>();
        Optional<String> beyond = gather(entity, tree.get(), paths, new HashSet<>());
        if (beyond.isPresent()) {
            issues.add(entity.code(), io.zhike.message.Issue.at(path, DefinitionText.ROWS_IN_LOGIC, beyond.get()));
            return Optional.empty();
        }
        Set<String> reads = new HashSet<>();
        paths.forEach(each -> reads.add(each.getFirst()));
        return Optional.of(new Condition(tree.get(), reads, paths));
    }

    /** Adds what {@code tree} reads, formulas looked into; answers the first that is a row pointing here. */
    private Optional<String> gather(
            EntityDefinition entity, Expression tree, Set<List<String>> paths, Set<String> formulas) {
        for (List<String> path : tree.paths()) {
            String first = path.getFirst();
            Optional<Many> many = relations.of(entity.code()).stream()
                    .filter(each -> each.code().equals(first))
                    .findFirst();
            boolean counted =
                    path.size() == 1 && many.isPresent() && many.get().way() instanceof Many.Way.LinkedFromHere;
            if (many.isPresent() && !counted) {
                return Optional.of(String.join(".", path));
            }
            Optional<Expression> formula = computed.formula(entity.code(), first);
            paths.add(path);
            if (formula.isPresent() && formulas.add(first)) {
                Optional<String> beyond = gather(entity, formula.get(), paths, formulas);
                if (beyond.isPresent()) {
                    return beyond.map(what -> first + " → " + what);
                }
            }
        }
        return aggregated(tree);
    }

    /** Rows of a record that this one points to are as far away as its own. */
    private static Optional<String> aggregated(Expression tree) {
        if (tree instanceof Expression.Aggregate aggregate
                && (aggregate.children().indexOf('.') >= 0
                        || aggregate.value() != null
                        || aggregate.by() != null
                        || aggregate.where() != null)) {
            return Optional.of(aggregate.children());
        }
        return tree.parts().stream()
                .map(FormLogicChecks::aggregated)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Set<String> needs(EntityDefinition entity, Condition condition) {
        Set<String> needs = new HashSet<>();
        compared(condition.expression(), needs);
        Set<String> asked = new HashSet<>();
        askedAbout(condition.expression(), asked);
        needs.removeAll(asked);
        needs.removeIf(code -> entity.field(code)
                .filter(field -> !(field.type().valueType() instanceof Type.Bool))
                .isEmpty());
        return needs;
    }

    private static void compared(Expression tree, Set<String> codes) {
        if (tree instanceof Expression.Path path) {
            codes.add(path.codes().getFirst());
        }
        tree.parts().forEach(part -> compared(part, codes));
    }

    private static void askedAbout(Expression tree, Set<String> codes) {
        if (tree instanceof Expression.Call call && ASK_ABOUT_BLANKS.contains(call.function())) {
            call.arguments().forEach(argument -> compared(argument, codes));
        }
        tree.parts().forEach(part -> askedAbout(part, codes));
    }
}
