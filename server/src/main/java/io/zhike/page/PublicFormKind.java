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
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Reading;
import io.zhike.entity.SystemFields;
import io.zhike.entity.ValueContext;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.record.RecordFinder;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The kind {@code public_form}: a form for people outside, whose submissions become records of an entity. */
@Component
public final class PublicFormKind implements DefinitionKind {
    static final String KIND = "public_form";

    /** What a stranger can fill in: types whose values need no list of our people, records or files. */
    static final Set<String> ASKABLE = new TreeSet<>(Set.of(
            "text",
            "long_text",
            "number",
            "money",
            "percent",
            "boolean",
            "date",
            "datetime",
            "select",
            "multi_select",
            "phone",
            "email",
            "url",
            "rating",
            "barcode"));

    private static final int MOST_FIELDS = 100;
    private static final String ENTITY = "entity";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What a submission of that form is as a cause of changes. */
    public static String cause(String form) {
        return KIND + ":" + form;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Label label() {
        return new Label("公开表单", "public form");
    }

    @Override
    public List<DefinitionKey> partOf(Definition definition) {
        return List.of(new DefinitionKey(ENTITY, definition.get(ENTITY).asString("")));
    }

    @Override
    public ObjectNode schema() {
        ObjectNode properties = JSON.objectNode();
        properties.set(ENTITY, DocumentSchema.code());
        properties.set("intro", description());
        properties.set("thanks", description());
        properties
                .putObject("fields")
                .put("type", "array")
                .put("minItems", 1)
                .put("maxItems", MOST_FIELDS)
                .set("items", asked());
        properties
                .putObject("from_link")
                .put("type", "array")
                .put("maxItems", MOST_FIELDS)
                .set("items", DocumentSchema.code());
        properties
                .putObject("given")
                .put("type", "array")
                .put("maxItems", MOST_FIELDS)
                .set("items", given());
        properties.set("opens", DocumentSchema.text(40));
        properties.set("closes", DocumentSchema.text(40));
        properties.putObject("quota").put("type", "integer").put("minimum", 1);
        properties.set("duplicates", duplicates());
        return DocumentSchema.of(KIND, properties, ENTITY, "fields");
    }

    private static ObjectNode description() {
        ObjectNode label = DocumentSchema.label();
        label.path("properties")
                .forEach(text -> ((ObjectNode) text).put("maxLength", DocumentSchema.DESCRIPTION_LENGTH));
        return label;
    }

    private static ObjectNode object(String... required) {
        ObjectNode object = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        object.putObject("properties");
        List.of(required).forEach(object.putArray("required")::add);
        return object;
    }

    private static ObjectNode asked() {
        ObjectNode asked = object("field");
        ObjectNode properties = (ObjectNode) asked.path("properties");
        properties.set("field", DocumentSchema.code());
        properties.putObject("required").put("type", "boolean");
        properties.set("label", DocumentSchema.label());
        properties.set("help", DocumentSchema.label());
        return asked;
    }

    private static ObjectNode given() {
        ObjectNode given = object("field", "value");
        ObjectNode properties = (ObjectNode) given.path("properties");
        properties.set("field", DocumentSchema.code());
        properties
                .putObject("value")
                .putArray("type")
                .add("string")
                .add("number")
                .add("boolean");
        return given;
    }

    private static ObjectNode duplicates() {
        ObjectNode duplicates = object("by", "known");
        ObjectNode properties = (ObjectNode) duplicates.path("properties");
        properties.set("by", DocumentSchema.code());
        properties.putObject("known").putArray("enum").add("fill").add("skip");
        return duplicates;
    }

    @Override
    public List<Issue> check(Definition definition, DefinitionSet all) {
        PublicForm form = PublicForm.of(definition);
        List<Issue> issues = new ArrayList<>();
        moment(form.opens(), "opens", issues);
        moment(form.closes(), "closes", issues);
        EntityCatalog.of(all).find(form.entity()).ifPresent(entity -> check(form, entity, issues));
        return issues;
    }

    private static void moment(Optional<String> text, String place, List<Issue> issues) {
        text.filter(value -> PublicForm.moment(value, ZoneOffset.UTC).isEmpty())
                .ifPresent(value -> issues.add(Issue.at(place, PublicFormIssue.NOT_A_MOMENT, value)));
    }

    private static void check(PublicForm form, EntityDefinition entity, List<Issue> issues) {
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < form.fields().size(); i++) {
            String place = "fields[" + i + "].field";
            String code = form.fields().get(i).field();
            if (!asked.add(code)) {
                issues.add(Issue.at(place, PublicFormIssue.ASKED_TWICE, code));
            }
            entity.field(code).ifPresent(field -> {
                askable(field, place, issues);
                betraysNobody(form, field, place, issues);
            });
        }
        for (int i = 0; i < form.fromLink().size(); i++) {
            String place = "from_link[" + i + "]";
            entity.field(form.fromLink().get(i)).ifPresent(field -> askable(field, place, issues));
        }
        given(form, entity, issues);
        form.duplicates()
                .flatMap(duplicates -> entity.field(duplicates.by()))
                .filter(field -> !RecordFinder.isKey(field) || !asked.contains(field.code()))
                .ifPresent(field -> issues.add(Issue.at("duplicates.by", PublicFormIssue.NOT_A_KEY, field.label())));
        unasked(form, entity, asked).ifPresent(issues::add);
    }

    private static void askable(Field field, String place, List<Issue> issues) {
        if (!ASKABLE.contains(field.type().code()) || field.system()) {
            issues.add(Issue.at(
                    place,
                    PublicFormIssue.NOT_ASKABLE,
                    field.label(),
                    field.type().code(),
                    String.join(", ", ASKABLE)));
        }
    }

    /** A refusal for a value that is taken would tell a stranger who is known here. */
    private static void betraysNobody(PublicForm form, Field field, String place, List<Issue> issues) {
        boolean told = form.duplicates()
                .filter(found -> found.by().equals(field.code()))
                .isEmpty();
        if (field.unique() && told) {
            issues.add(Issue.at(place, PublicFormIssue.UNIQUE_TELLS, field.label()));
        }
    }

    private static void given(PublicForm form, EntityDefinition entity, List<Issue> issues) {
        ValueContext context = new ValueContext(ZoneOffset.UTC, Language.ZH);
        int position = 0;
        for (Map.Entry<String, JsonNode> given : form.given().entrySet()) {
            String place = "given[" + position++ + "]";
            Optional<Field> field = entity.field(given.getKey());
            if (field.isPresent() && !field.get().writable()) {
                issues.add(Issue.at(
                        place + ".field",
                        PublicFormIssue.NOT_WRITABLE,
                        field.get().label()));
            } else if (field.isPresent()
                    && field.get().type().read(given.getValue(), context) instanceof Reading.Refused(var message)) {
                issues.add(new Issue(place + ".value", message));
            }
        }
    }

    /** A field that a record cannot do without, and that neither the visitor nor the form nor a default fills in. */
    private static Optional<Issue> unasked(PublicForm form, EntityDefinition entity, Set<String> asked) {
        String missing = entity
                .fields()
                .where(field -> field.required()
                        && field.writable()
                        && field.initial().isEmpty()
                        && !asked.contains(field.code())
                        && !form.given().containsKey(field.code()))
                .stream()
                .map(Field::code)
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Issue.at("fields", PublicFormIssue.REQUIRED_NOT_ASKED, missing));
    }

    @Override
    public List<Reference> references(Definition definition, DefinitionSet all) {
        PublicForm form = PublicForm.of(definition);
        DefinitionKey entity = new DefinitionKey(ENTITY, form.entity());
        List<Reference> references = new ArrayList<>();
        references.add(new Reference(entity, null, ENTITY));
        for (int i = 0; i < form.fields().size(); i++) {
            refer(references, entity, form.fields().get(i).field(), "fields[" + i + "].field");
        }
        for (int i = 0; i < form.fromLink().size(); i++) {
            refer(references, entity, form.fromLink().get(i), "from_link[" + i + "]");
        }
        List<String> given = List.copyOf(form.given().keySet());
        for (int i = 0; i < given.size(); i++) {
            refer(references, entity, given.get(i), "given[" + i + "].field");
        }
        form.duplicates().ifPresent(duplicates -> refer(references, entity, duplicates.by(), "duplicates.by"));
        return references;
    }

    private static void refer(List<Reference> references, DefinitionKey entity, String field, String place) {
        if (!SystemFields.ALL.contains(field)) {
            references.add(new Reference(entity, field, place));
        }
    }

    @Override
    public List<LoosePart> loose() {
        return List.of(
                LoosePart.all(ENTITY),
                LoosePart.of("字段", "fields", "fields[]", ".field"),
                LoosePart.of("取自链接的字段", "fields from the link", "from_link[]"),
                LoosePart.of("固定值", "given values", "given[]", ".field"),
                LoosePart.of("重复识别", "recognition of duplicates", "duplicates", ".by"));
    }

    @Override
    public List<Element> elements(Definition definition) {
        List<Element> elements = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<PublicForm.Asked> fields = PublicForm.of(definition).fields();
        for (int i = 0; i < fields.size(); i++) {
            PublicForm.Asked asked = fields.get(i);
            if (seen.add(asked.field())) {
                elements.add(
                        new Element(asked.field(), asked.label().orElse(Label.of(asked.field())), "fields[" + i + "]"));
            }
        }
        return elements;
    }
}
