package io.zhike.rule;

import io.zhike.action.Action;
import io.zhike.action.ActionPlace;
import io.zhike.action.Actions;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Reference;
import io.zhike.entity.Many;
import io.zhike.entity.Storage;
import io.zhike.expression.Expression;
import io.zhike.expression.Type;
import io.zhike.message.Issue;
import io.zhike.message.MessageCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is wrong with a rule beyond its schema, and what it needs of others. */
final class RuleCheck {
    private static final int DEEPEST = 6;
    private static final int MOST_STEPS = 200;

    private final Actions actions;
    private final Rule rule;
    private final ActionPlace whole;
    private final TriggerCheck trigger;
    private final List<Issue> issues = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();

    private RuleCheck(Actions actions, DefinitionSet all, Rule rule) {
        this.actions = actions;
        this.rule = rule;
        this.whole = new ActionPlace(all, rule.entity(), "");
        this.trigger = TriggerCheck.of(whole.at("when"), rule.trigger());
    }

    static RuleCheck of(Actions actions, DefinitionSet all, Rule rule) {
        RuleCheck check = new RuleCheck(actions, all, rule);
        check.references.add(check.whole.at("entity").needsEntity(rule.entity()));
        check.references.addAll(check.trigger.references());
        check.issues.addAll(check.trigger.issues());
        rule.where().ifPresent(where -> check.condition(check.whole.at("where"), where));
        rule.was().ifPresent(check::was);
        if (rule.atSave()) {
            check.save();
        } else if (rule.asSet() && rule.once().isPresent()) {
            check.issues.add(check.whole.at("once").issue(RuleIssue.ONCE_OF_SETS));
        }
        if (rule.then().isEmpty()) {
            check.issues.add(check.whole.at("then").issue(RuleIssue.NOTHING_TO_DO));
        }
        if (count(rule.then()) > MOST_STEPS) {
            check.issues.add(check.whole.at("then").issue(RuleIssue.TOO_MANY_STEPS, MOST_STEPS));
        }
        check.steps(rule.then(), rule.entity(), 1);
        return check;
    }

    List<Issue> issues() {
        return List.copyOf(issues);
    }

    List<Reference> references() {
        return List.copyOf(references);
    }

    private static int count(List<Step> steps) {
        int count = steps.size();
        for (Step step : steps) {
            for (List<Step> inner : step.inner()) {
                count += count(inner);
            }
        }
        return count;
    }

    private void condition(ActionPlace place, JsonNode condition) {
        issues.addAll(place.condition(condition));
        references.addAll(place.needs(condition));
        if (rule.atSave()) {
            place.tree(condition)
                    .filter(RuleCheck::aggregates)
                    .ifPresent(_ -> issues.add(place.issue(RuleIssue.SAVE_ROWS)));
        }
    }

    static boolean aggregates(Expression tree) {
        return tree instanceof Expression.Aggregate || tree.parts().stream().anyMatch(RuleCheck::aggregates);
    }

    /** What the record was is put together from the feed, which knows the record alone. */
    private void was(JsonNode condition) {
        ActionPlace place = whole.at("was");
        boolean changes = switch (rule.trigger()) {
            case Trigger.Updated _, Trigger.Saved _, Trigger.Changed _, Trigger.Entered _, Trigger.Left _ -> true;
            case Trigger.Created _,
                    Trigger.Deleted _,
                    Trigger.Restored _,
                    Trigger.OnDate _,
                    Trigger.Idle _,
                    Trigger.Schedule _,
                    Trigger.Button _,
                    Trigger.Webhook _ -> false;
        };
        if (!changes) {
            issues.add(place.issue(RuleIssue.WAS_NEEDS_CHANGE));
        }
        issues.addAll(place.condition(condition));
        references.addAll(place.needs(condition));
        place.tree(condition)
                .ifPresent(tree -> tree.paths().stream()
                        .filter(path -> path.size() > 1 || !ownField(place, path.getFirst()))
                        .findFirst()
                        .ifPresent(path -> issues.add(place.issue(RuleIssue.WAS_OWN_FIELDS, String.join(".", path)))));
    }

    private static boolean ownField(ActionPlace place, String code) {
        return place.definition()
                .flatMap(entity -> entity.field(code))
                .filter(field -> switch (field.type().storage()) {
                    case Storage.Column _, Storage.Parts _, Storage.Links _, Storage.Computed _ -> true;
                    case Storage.Children _ -> false;
                })
                .isPresent();
    }

    private void save() {
        boolean fits = switch (rule.trigger()) {
            case Trigger.Created _,
                    Trigger.Updated _,
                    Trigger.Saved _,
                    Trigger.Changed _,
                    Trigger.Entered _,
                    Trigger.Left _ -> true;
            case Trigger.Deleted _,
                    Trigger.Restored _,
                    Trigger.OnDate _,
                    Trigger.Idle _,
                    Trigger.Schedule _,
                    Trigger.Button _,
                    Trigger.Webhook _ -> false;
        };
        if (!fits) {
            issues.add(whole.at("when").issue(RuleIssue.SAVE_TRIGGER));
        }
        refuse(rule.once().isPresent(), "once");
        refuse(rule.limit().isPresent(), "limit");
        refuse(rule.asSet(), "as");
    }

    private void refuse(boolean there, String property) {
        if (there) {
            issues.add(whole.at(property).issue(RuleIssue.SAVE_PLAIN, property));
        }
    }

    private void steps(List<Step> steps, String entity, int depth) {
        if (depth > DEEPEST) {
            issues.add(whole.at("then").issue(RuleIssue.TOO_DEEP, DEEPEST));
            return;
        }
        for (Step step : steps) {
            ActionPlace place = new ActionPlace(whole.all(), entity, step.path());
            step.condition().ifPresent(condition -> condition(place.at("if"), condition));
            switch (step) {
                case Step.Do act -> act(place, act);
                case Step.Branch branch -> {
                    single(place);
                    for (int i = 0; i < branch.cases().size(); i++) {
                        Step.Case one = branch.cases().get(i);
                        condition(place.at("with.cases[" + i + "].if"), one.condition());
                        steps(one.then(), entity, depth + 1);
                    }
                    steps(branch.otherwise(), entity, depth + 1);
                }
                case Step.Each each -> each(place, each, depth);
                case Step.Wait wait -> wait(place, wait);
            }
        }
    }

    private void act(ActionPlace place, Step.Do act) {
        Optional<Action> found = actions.find(act.action());
        if (found.isEmpty()) {
            return;
        }
        Action action = found.get();
        if (rule.atSave() && !action.inSave()) {
            unfit(place, RuleIssue.SAVE_STEP, action);
        } else if (!rule.atSave() && action.text().code().equals(SaveSteps.REFUSE)) {
            unfit(place, RuleIssue.ONLY_IN_SAVE, action);
        }
        issues.addAll(action.check(place.at("with"), act.with()));
        references.addAll(action.references(place.at("with"), act.with()));
    }

    private void unfit(ActionPlace place, MessageCode why, Action action) {
        issues.add(place.at("do").issue(why, action.text().title()));
    }

    private void each(ActionPlace place, Step.Each each, int depth) {
        if (rule.atSave()) {
            issues.add(place.at("do").issue(RuleIssue.SAVE_STEP, "each"));
        }
        single(place);
        ActionPlace of = place.at("with.of");
        Optional<Many> many = of.catalog().many(place.entity(), each.of());
        if (many.isEmpty()) {
            of.definition().ifPresent(entity -> issues.add(of.issue(RuleIssue.NOT_MANY, each.of(), entity.label())));
            return;
        }
        references.addAll(of.needs(JsonNodeFactory.instance.stringNode("COUNT(" + each.of() + ")")));
        String inner = many.get().entity();
        each.where().ifPresent(where -> condition(place.over(inner).at("with.if"), where));
        steps(each.then(), inner, depth + 1);
    }

    private void single(ActionPlace place) {
        if (rule.asSet()) {
            issues.add(place.at("do").issue(RuleIssue.NOT_OF_SETS));
        }
    }

    private void wait(ActionPlace place, Step.Wait wait) {
        if (rule.atSave()) {
            issues.add(place.at("do").issue(RuleIssue.SAVE_STEP, "wait"));
        }
        wait.until().ifPresent(text -> {
            ActionPlace until = place.at("with.until");
            JsonNode node = JsonNodeFactory.instance.stringNode(text);
            issues.addAll(until.expression(node, null));
            references.addAll(until.needs(node));
            until.tree(node)
                    .map(Expression::type)
                    .filter(type -> !(type instanceof Type.Date) && !(type instanceof Type.DateTime))
                    .ifPresent(type -> issues.add(until.issue(RuleIssue.NOT_A_TIME, type.label())));
        });
    }
}
