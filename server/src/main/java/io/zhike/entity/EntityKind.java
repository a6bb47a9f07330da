package io.zhike.entity;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionKind;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Element;
import io.zhike.definition.LoosePart;
import io.zhike.definition.Reference;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The kind {@code entity}: a table, its fields its columns. */
@Component
final class EntityKind implements DefinitionKind {
    static final String KIND = "entity";
    private static final LooseCondition CONDITION =
            LooseCondition.over((entity, _) -> entity.key().code());

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Label label() {
        return new Label("表单", "entity");
    }

    @Override
    public boolean bringsOut() {
        return true;
    }

    @Override
    public ObjectNode schema() {
        return EntitySchema.make();
    }

    @Override
    public List<Issue> check(Definition definition, DefinitionSet all) {
        return EntityCatalog.of(all).issues(definition.key().code());
    }

    @Override
    public List<Reference> references(Definition definition, DefinitionSet all) {
        return Codes.valid(definition.key().code())
                ? new EntityReferences(EntityParser.parse(definition), EntityCatalog.of(all)).all()
                : List.of();
    }

    /** Relations as they are called from their other end, in expressions and in roll-ups. */
    @Override
    public Set<String> spokenNames(Definition definition) {
        String code = definition.key().code();
        return Codes.valid(code)
                ? EntityParser.parse(definition).entity().fields().stream()
                        .filter(field -> field.type().target().isPresent())
                        .flatMap(field -> Stream.of(code + "_" + field.code(), code + "." + field.code()))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    @Override
    public List<LoosePart> loose() {
        return List.of(
                LoosePart.of("默认值", "defaults", "fields[].default"),
                LoosePart.trimmed("显示条件", "conditions to show", "fields[].shown", CONDITION),
                LoosePart.trimmed("必填条件", "conditions to require", "fields[].required_when", CONDITION),
                LoosePart.trimmed("只读条件", "conditions for read-only", "fields[].readonly_when", CONDITION),
                LoosePart.trimmed("选项条件", "conditions of options", "fields[].options[].when", CONDITION),
                LoosePart.of("校验提示的字段", "fields of checks", "checks[].field"),
                LoosePart.of("校验", "checks", "checks[]", ".when"));
    }

    /** Fields by their code, options by {@code <field>.<option>}. */
    @Override
    public List<Element> elements(Definition definition) {
        if (!Codes.valid(definition.key().code())) {
            return List.of();
        }
        EntityParser.Parsed parsed = EntityParser.parse(definition);
        List<Element> elements = new ArrayList<>();
        parsed.positions().forEach((code, position) -> {
            Field field = parsed.entity().fields().get(code);
            String path = "fields[" + position + "]";
            elements.add(new Element(code, field.label(), path));
            List<Option> options = field.type().options();
            for (int i = 0; i < options.size(); i++) {
                Option option = options.get(i);
                elements.add(new Element(code + "." + option.code(), option.label(), path + ".options[" + i + "]"));
            }
        });
        return elements;
    }
}
