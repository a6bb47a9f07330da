package io.zhike.rule;

import io.zhike.action.Action;
import io.zhike.action.Actions;
import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionKind;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Element;
import io.zhike.definition.LoosePart;
import io.zhike.definition.Reference;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The kind {@code rule}: when this happens to records of an entity, if that holds, do this. */
@Component
final class RuleKind implements DefinitionKind {
    private final Actions actions;

    RuleKind(Actions actions) {
        this.actions = actions;
    }

    @Override
    public String kind() {
        return Rule.KIND;
    }

    @Override
    public Label label() {
        return new Label("规则", "rule");
    }

    @Override
    public List<DefinitionKey> partOf(Definition definition) {
        return List.of(new DefinitionKey("entity", definition.get("entity").asString("")));
    }

    /** Its steps write what they read with all rights. */
    @Override
    public boolean bringsOut() {
        return true;
    }

    @Override
    public ObjectNode schema() {
        return RuleSchema.schema(actions);
    }

    @Override
    public List<Issue> check(Definition definition, DefinitionSet all) {
        return RuleCheck.of(actions, all, RuleParser.parse(definition)).issues();
    }

    @Override
    public List<Reference> references(Definition definition, DefinitionSet all) {
        return RuleCheck.of(actions, all, RuleParser.parse(definition)).references();
    }

    /** A step that names what is gone would do something else without it, so a person decides. */
    @Override
    public List<LoosePart> loose() {
        return List.of(LoosePart.all("entity"));
    }

    /** The steps, those inside others too. */
    @Override
    public List<Element> elements(Definition definition) {
        List<Element> elements = new ArrayList<>();
        add(RuleParser.parse(definition).then(), elements);
        return elements;
    }

    private void add(List<Step> steps, List<Element> elements) {
        for (Step step : steps) {
            elements.add(new Element(step.code(), label(step), step.path()));
            step.inner().forEach(inner -> add(inner, elements));
        }
    }

    private Label label(Step step) {
        return switch (step) {
            case Step.Do act ->
                actions.find(act.action())
                        .map(Action::text)
                        .map(text -> text.title())
                        .orElseGet(() -> Label.of(act.action()));
            case Step.Branch _ -> new Label("分支", "Branch");
            case Step.Each _ -> new Label("逐条处理", "For each");
            case Step.Wait _ -> new Label("等待", "Wait");
        };
    }
}
