package io.zhike.page;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionKind;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.DocumentSchema;
import io.zhike.definition.Element;
import io.zhike.definition.LoosePart;
import io.zhike.definition.Reference;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.SystemFields;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.page.Form.Inside;
import io.zhike.page.Form.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The kind {@code form}: where the fields of an entity stand when a person fills them in. */
@Component
final class FormKind implements DefinitionKind {
    static final String KIND = "form";
    private static final String ENTITY = "entity";
    private static final int MOST_PARTS = 600;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Label label() {
        return new Label("表单布局", "form");
    }

    @Override
    public List<DefinitionKey> partOf(Definition definition) {
        return List.of(new DefinitionKey(ENTITY, definition.get(ENTITY).asString("")));
    }

    @Override
    public ObjectNode schema() {
        ObjectNode properties = JSON.objectNode();
        properties.set(ENTITY, DocumentSchema.code());
        properties.set("layout", list(part(list(part(null)))));
        return DocumentSchema.of(KIND, properties, ENTITY, "layout");
    }

    private static ObjectNode list(ObjectNode items) {
        ObjectNode list = JSON.objectNode().put("type", "array").put("maxItems", MOST_PARTS);
        list.set("items", items);
        return list;
    }

    /** @param items what a section may hold; null for what stands in one */
    private static ObjectNode part(@Nullable ObjectNode items) {
        ObjectNode part = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = part.putObject("properties");
        properties.set(Form.FIELD, DocumentSchema.code());
        properties
                .putObject(Form.SPAN)
                .put("type", "integer")
                .put("minimum", 1)
                .put("maximum", FormElement.COLUMNS)
                .put("description", "Columns of 24; without it, as wide as the field's type needs");
        properties.set(Form.CODE, DocumentSchema.code());
        properties.set(Form.TEXT, DocumentSchema.label());
        properties.putObject(Form.DIVIDER).put("const", true);
        if (items != null) {
            properties.set(Form.LABEL, DocumentSchema.label());
            properties.putObject("collapsed").put("type", "boolean");
            properties.set(Form.ITEMS, items);
            properties.set(Form.TABS, list(tab(items)));
        }
        return part;
    }

    private static ObjectNode tab(ObjectNode items) {
        ObjectNode tab = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = tab.putObject("properties");
        properties.set(Form.CODE, DocumentSchema.code());
        properties.set(Form.LABEL, DocumentSchema.label());
        properties.set(Form.ITEMS, items.deepCopy());
        tab.putArray("required").add(Form.CODE).add(Form.LABEL).add(Form.ITEMS);
        return tab;
    }

    @Override
    public List<Issue> check(Definition definition, DefinitionSet all) {
        List<Issue> issues = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        for (Part part : Form.parts(definition)) {
            if (part.inside() == Inside.TABS) {
                continue;
            }
            Optional<String> shape = part.shape();
            if (shape.isEmpty()) {
                issues.add(Issue.at(part.path(), FormIssue.ONE_SHAPE, Form.shapes()));
            } else if (shape.get().equals(Form.FIELD)) {
                checkField(part, placed).ifPresent(issues::add);
            } else if (part.text(Form.CODE) == null) {
                issues.add(Issue.at(part.path(), FormIssue.NEEDS_CODE));
            }
        }
        if (definition.key().code().equals(Form.entity(definition))) {
            issues.addAll(unplaced(definition, all, placed));
        }
        return issues;
    }

    /** Required fields that nobody could fill in: neither placed nor filled by a default, nor given by the owning record. */
    private static List<Issue> unplaced(Definition definition, DefinitionSet all, Set<String> placed) {
        return EntityCatalog.of(all)
                .find(Form.entity(definition))
                .map(entity -> entity
                        .fields()
                        .where(field -> field.required()
                                && field.writable()
                                && field.initial().isEmpty()
                                && !placed.contains(field.code())
                                && entity.parent().filter(field.code()::equals).isEmpty())
                        .stream()
                        .map(field -> Issue.at("layout", FormIssue.REQUIRED_NOT_PLACED, field.label()))
                        .toList())
                .orElse(List.of());
    }

    private static Optional<Issue> checkField(Part part, Set<String> placed) {
        String field = String.valueOf(part.text(Form.FIELD));
        return placed.add(field)
                ? Optional.empty()
                : Optional.of(Issue.at(part.path() + "." + Form.FIELD, FormIssue.PLACED_TWICE, field));
    }

    @Override
    public List<Reference> references(Definition definition, DefinitionSet all) {
        DefinitionKey entity = new DefinitionKey(ENTITY, Form.entity(definition));
        List<Reference> references = new ArrayList<>();
        references.add(new Reference(entity, null, ENTITY));
        for (Part part : Form.parts(definition)) {
            String field = part.text(Form.FIELD);
            if (field != null && !SystemFields.ALL.contains(field)) {
                references.add(new Reference(entity, field, part.path() + "." + Form.FIELD));
            }
        }
        return references;
    }

    @Override
    public List<LoosePart> loose() {
        return List.of(
                LoosePart.all(ENTITY),
                LoosePart.of("字段", "field", "layout[]", "." + Form.FIELD),
                LoosePart.of("字段", "field", "**.items[]", "." + Form.FIELD));
    }

    /** Fields by their code, each once, and everything else by its own. */
    @Override
    public List<Element> elements(Definition definition) {
        List<Element> elements = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        for (Part part : Form.parts(definition)) {
            String field = part.text(Form.FIELD);
            String code = field == null ? part.text(Form.CODE) : field;
            if (code != null && (field == null || placed.add(field))) {
                elements.add(new Element(code, Form.name(part), part.path()));
            }
        }
        return elements;
    }
}
