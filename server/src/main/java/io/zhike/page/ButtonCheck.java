package io.zhike.page;

import io.zhike.definition.Reference;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.FieldFit;
import io.zhike.entity.FieldReferences;
import io.zhike.expression.Checked;
import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import io.zhike.expression.Type;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.record.RecordError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is wrong with a button beyond its schema, and what it needs of others. */
final class ButtonCheck {
    private static final Expressions LANGUAGE = new Expressions();
    private static final String VIEW = ViewKind.KIND;

    /** Of a module above this one. */
    private static final String RULE = "rule";

    private final EntityCatalog catalog;
    private final Button button;
    private final List<Issue> issues = new ArrayList<>();

    ButtonCheck(EntityCatalog catalog, Button button) {
        this.catalog = catalog;
        this.button = button;
    }

    /** The tree of an expression over records of {@code entity}, whoever reads it; empty where it is wrong. */
    static Optional<Expression> tree(EntityCatalog catalog, String entity, String text) {
        return LANGUAGE.check(text, entity, catalog.vocabulary()).expression();
    }

    /** All that is wrong, with its place; what is missing is told by the references. */
    List<Issue> issues() {
        Optional<EntityDefinition> entity = catalog.find(button.entity());
        if (button.actions().size() != 1) {
            issues.add(Issue.at("", ButtonIssue.ONE_ACTION, String.join(", ", ButtonSchema.ACTIONS)));
        }
        if (entity.isPresent()) {
            button.shown().ifPresent(this::condition);
            button.actions().forEach(action -> action(entity.get(), action));
        }
        return List.copyOf(issues);
    }

    private void action(EntityDefinition entity, ButtonAction action) {
        switch (action) {
            case ButtonAction.Set set -> {
                if (set.values().isEmpty()) {
                    issues.add(Issue.at("set.values", ButtonIssue.NOTHING_SET));
                }
                values(entity, action);
            }
            case ButtonAction.Create create -> {
                Optional<EntityDefinition> made = catalog.find(create.entity());
                made.ifPresent(of -> values(of, action));
                made.ifPresent(of -> create.back().flatMap(of::field).ifPresent(this::pointsBack));
            }
            case ButtonAction.OpenUrl(String template) -> address(template);
            case ButtonAction.OpenRelated(String relation) ->
                entity.field(relation)
                        .filter(field -> !(field.type().valueType() instanceof Type.RecordOf))
                        .ifPresent(field ->
                                issues.add(Issue.at("open.relation", ButtonIssue.NOT_A_RELATION, field.label())));
            case ButtonAction.OpenView _, ButtonAction.RunRule _ -> {}
            case ButtonAction.Call(String code) ->
                entity.field(code)
                        .filter(field -> !field.type().code().equals("phone"))
                        .ifPresent(field -> issues.add(Issue.at("call.field", ButtonIssue.NOT_A_PHONE, field.label())));
        }
    }

    private void pointsBack(Field field) {
        Type type = field.type().valueType();
        Type one = type instanceof Type.ListOf(Type item) ? item : type;
        boolean here = one instanceof Type.RecordOf(String target) && target.equals(button.entity());
        if (!here || !field.writable()) {
            issues.add(Issue.at(
                    "create.back",
                    ButtonIssue.NOT_BACK,
                    field.label(),
                    catalog.get(button.entity()).label()));
        }
    }

    private void values(EntityDefinition filled, ButtonAction action) {
        Set<String> seen = new HashSet<>();
        if (action instanceof ButtonAction.Create create) {
            create.back().ifPresent(seen::add);
        }
        for (int i = 0; i < action.values().size(); i++) {
            ButtonValue value = action.values().get(i);
            String place = Button.value(action, i);
            Optional<Field> field = filled.field(value.field());
            if (!seen.add(value.field())) {
                issues.add(Issue.at(place + ".field", ButtonIssue.FILLED_TWICE, value.field()));
            }
            field.ifPresent(found -> value(found, value, place));
        }
    }

    private void value(Field field, ButtonValue value, String place) {
        if (!field.writable()) {
            issues.add(Issue.at(place + ".field", ButtonIssue.NOT_WRITABLE, field.label()));
        }
        if (value.value().isEmpty() && !value.ask()) {
            issues.add(Issue.at(place + ".value", ButtonIssue.NOTHING_GIVEN, field.label()));
        }
        value.value()
                .flatMap(text -> checked(place + ".value", text))
                .flatMap(tree -> FieldFit.misfit(field, tree))
                .ifPresent(given -> issues.add(
                        Issue.at(place + ".value", ButtonIssue.WRONG_VALUE, field.label(), described(field), given)));
    }

    private static Label described(Field field) {
        return new Label(field.type().describe(Language.ZH), field.type().describe(Language.EN));
    }

    private void condition(String text) {
        checked("shown", text).ifPresent(tree -> {
            if (!(tree.type() instanceof Type.Bool)) {
                issues.add(Issue.at(
                        "shown", ButtonIssue.NOT_A_CONDITION, tree.type().label()));
            }
            forBrowsers(tree, "shown");
        });
    }

    private void address(String text) {
        Optional<UrlTemplate> template = UrlTemplate.parse(text);
        if (template.isEmpty()) {
            issues.add(Issue.at("open.url", ButtonIssue.BAD_BRACES));
            return;
        }
        if (!template.get().safe()) {
            issues.add(Issue.at("open.url", ButtonIssue.BAD_ADDRESS, UrlTemplate.SCHEMES));
        }
        for (String expression : template.get().expressions()) {
            checked("open.url", expression).ifPresent(tree -> {
                if (tree.type() instanceof Type.ListOf) {
                    issues.add(Issue.at("open.url", ButtonIssue.NOT_SINGLE, expression));
                }
                forBrowsers(tree, "open.url");
            });
        }
    }

    /** A browser holds the record and what it points to, and knows nothing of rows that belong to it, nor of the staff. */
    private void forBrowsers(Expression tree, String place) {
        if (aggregates(tree)) {
            issues.add(Issue.at(place, ButtonIssue.AGGREGATE_HERE));
        }
        if (tree.usesStaff()) {
            issues.add(Issue.at(place, ButtonIssue.STAFF_HERE));
        }
    }

    private static boolean aggregates(Expression tree) {
        return tree instanceof Expression.Aggregate || tree.parts().stream().anyMatch(ButtonCheck::aggregates);
    }

    private Optional<Expression> checked(String place, String text) {
        Checked checked = LANGUAGE.check(text, button.entity(), catalog.vocabulary());
        checked.problems().forEach(problem -> issues.add(new Issue(place, problem.message())));
        return checked.expression();
    }

    /** The fields to be filled in that {@code catalog} does not have, as issues. */
    static List<Issue> unpublished(EntityCatalog catalog, Button button) {
        List<Issue> missing = new ArrayList<>();
        for (ButtonAction action : button.actions()) {
            EntityDefinition filled = catalog.get(button.filled(action));
            for (int i = 0; i < action.values().size(); i++) {
                String code = action.values().get(i).field();
                if (filled.field(code).isEmpty()) {
                    missing.add(Issue.at(
                            Button.value(action, i) + ".field", RecordError.UNKNOWN_FIELD, filled.label(), code));
                }
            }
        }
        return missing;
    }

    /** Each entity, field and view that is named or read. */
    List<Reference> references() {
        FieldReferences found = new FieldReferences(catalog);
        List<Reference> others = new ArrayList<>();
        found.entity(button.entity(), "entity");
        for (Button.Formula formula : button.formulas()) {
            tree(catalog, button.entity(), formula.text())
                    .ifPresent(tree -> found.expression(button.entity(), tree, formula.place()));
        }
        for (ButtonAction action : button.actions()) {
            for (int i = 0; i < action.values().size(); i++) {
                String place = Button.value(action, i) + ".field";
                found.field(button.filled(action), action.values().get(i).field(), place);
            }
            switch (action) {
                case ButtonAction.Create create -> {
                    found.entity(create.entity(), "create.entity");
                    create.back().ifPresent(back -> found.field(create.entity(), back, "create.back"));
                }
                case ButtonAction.OpenRelated(String relation) ->
                    found.field(button.entity(), relation, "open.relation");
                case ButtonAction.OpenView(String view) -> others.add(Reference.to(VIEW, view, "open.view"));
                case ButtonAction.RunRule(String rule) -> others.add(Reference.to(RULE, rule, "run.rule"));
                case ButtonAction.Call(String field) -> found.field(button.entity(), field, "call.field");
                case ButtonAction.Set _, ButtonAction.OpenUrl _ -> {}
            }
        }
        List<Reference> all = new ArrayList<>(found.all());
        all.addAll(others);
        return all;
    }
}
