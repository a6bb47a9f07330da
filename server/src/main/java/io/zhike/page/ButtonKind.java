package io.zhike.page;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionKind;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Element;
import io.zhike.definition.LoosePart;
import io.zhike.definition.Reference;
import io.zhike.entity.EntityCatalog;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The kind {@code button}: something that a person does with a record of an entity by one press. */
@Component
final class ButtonKind implements DefinitionKind {
    static final String KIND = "button";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Label label() {
        return new Label("按钮", "button");
    }

    @Override
    public List<DefinitionKey> partOf(Definition definition) {
        return List.of(new DefinitionKey("entity", definition.get("entity").asString("")));
    }

    @Override
    public ObjectNode schema() {
        return ButtonSchema.schema();
    }

    @Override
    public List<Issue> check(Definition definition, DefinitionSet all) {
        List<Issue> issues = new ArrayList<>(new ButtonCheck(EntityCatalog.of(all), Button.of(definition)).issues());
        JsonNode open = definition.get("open");
        boolean one = ButtonSchema.TARGETS.stream().filter(open::has).count() == 1;
        if (open.isObject() && !one) {
            issues.add(Issue.at("open", ButtonIssue.ONE_TARGET, String.join(", ", ButtonSchema.TARGETS)));
        }
        return issues;
    }

    @Override
    public List<Reference> references(Definition definition, DefinitionSet all) {
        return new ButtonCheck(EntityCatalog.of(all), Button.of(definition)).references();
    }

    @Override
    public List<LoosePart> loose() {
        return List.of(
                LoosePart.all("entity"),
                // What a button sets is what it is for: one that marks as lost without the stage would do something
                // else.
                LoosePart.of("新记录里填写的字段", "fields of the new record", "create.values[]", ".field"));
    }

    /** The fields that it fills in, each once. */
    @Override
    public List<Element> elements(Definition definition) {
        List<Element> elements = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ButtonAction action : Button.of(definition).actions()) {
            for (int i = 0; i < action.values().size(); i++) {
                ButtonValue value = action.values().get(i);
                if (seen.add(value.field())) {
                    elements.add(new Element(value.field(), value.label(), Button.value(action, i)));
                }
            }
        }
        return elements;
    }
}
