package io.zhike.rule;

import io.zhike.action.Action;
import io.zhike.action.ActionGroup;
import io.zhike.action.ActionPlace;
import io.zhike.action.ActionRun;
import io.zhike.action.ActionText;
import io.zhike.action.Outcome;
import io.zhike.action.Parameters;
import io.zhike.action.Subject;
import io.zhike.definition.Definition;
import io.zhike.definition.Definitions;
import io.zhike.definition.DocumentSchema;
import io.zhike.definition.Reference;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Starts another rule for the record, whatever sets that one off otherwise; its own condition still counts not. */
@Component
class RunRule implements Action {
    private static final String RULE = "rule";

    private final Definitions definitions;
    private final RuleRuns runs;

    RunRule(Definitions definitions, RuleRuns runs) {
        this.definitions = definitions;
        this.runs = runs;
    }

    @Override
    public ActionText text() {
        return new ActionText(
                "run_rule",
                ActionGroup.CONTROL,
                new Label("执行另一条规则", "Run another rule"),
                new Label(
                        "对这条记录执行另一条规则的步骤，不看它的触发和条件。",
                        "Runs the steps of another rule for this record, whatever its trigger and condition."),
                new Label("执行规则「{rule}」", "run the rule {rule}"));
    }

    @Override
    public ObjectNode parameters() {
        return new Parameters()
                .with(
                        RULE,
                        new Label("哪条规则", "Which rule"),
                        new Label("同一张表的规则。", "One of the same entity."),
                        "rule",
                        DocumentSchema.code())
                .requiring(RULE)
                .schema();
    }

    @Override
    public ObjectNode example() {
        return JsonNodeFactory.instance.objectNode().put(RULE, "assign_lead");
    }

    @Override
    public List<Issue> check(ActionPlace place, JsonNode with) {
        Optional<Definition> other = place.all().find(Rule.KIND, with.path(RULE).asString(""));
        return other.filter(found -> !found.get("entity").asString("").equals(place.entity()))
                .map(found -> place.at(RULE).issue(RuleMessage.OTHER_ENTITY, found.label()))
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public List<Reference> references(ActionPlace place, JsonNode with) {
        return List.of(Reference.to(
                Rule.KIND, with.path(RULE).asString(""), place.at(RULE).path()));
    }

    @Override
    public List<Outcome> run(ActionRun run, JsonNode with) {
        Workspace workspace = run.workspace();
        String code = with.path(RULE).asString("");
        Optional<Rule> rule = RuleBook.of(definitions.published(workspace)).find(code);
        Label label = rule.map(Rule::label).orElseGet(() -> Label.of(code));
        boolean on = rule.filter(Rule::on).isPresent()
                && Optional.ofNullable(new RuleStates(run.ctx(), workspace.schema())
                                .of(List.of(code))
                                .get(code))
                        .filter(RuleStates.State::on)
                        .isPresent();
        List<Outcome> outcomes = new ArrayList<>();
        for (Subject subject : run.subjects()) {
            if (!on) {
                outcomes.add(new Outcome.Skipped(RuleMessage.NOT_STARTED.with(label)));
                continue;
            }
            Fired fired = new Fired(
                    rule.orElseThrow(),
                    subject.key(),
                    List.of(subject.record()),
                    run.now(),
                    subject.actor(),
                    subject.causes(),
                    subject.before(),
                    subject.after());
            boolean begun = runs.begin(run.ctx(), workspace, List.of(fired)) > 0;
            outcomes.add(
                    begun
                            ? new Outcome.Done(RuleMessage.STARTED_RULE.with(label), List.of())
                            : new Outcome.Skipped(RuleMessage.ALREADY_STARTED.with(label)));
        }
        return outcomes;
    }
}
