package io.zhike.access;

import io.zhike.definition.BuiltBy;
import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionKind;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.DocumentSchema;
import io.zhike.definition.Element;
import io.zhike.definition.LoosePart;
import io.zhike.definition.Reference;
import io.zhike.entity.EntityCatalog;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The kind {@code sharing}: records of one entity that are shared by what they hold. */
@Component
class SharingKind implements DefinitionKind {
    static final String KIND = "sharing";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ENTITY = "entity";
    private static final int MOST_WITH = 200;
    private static final String UUID_SHAPE = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Label label() {
        return new Label("共享规则", "sharing rule");
    }

    @Override
    public BuiltBy builtBy() {
        return BuiltBy.ADMINISTRATORS;
    }

    @Override
    public ObjectNode schema() {
        ObjectNode properties = JSON.objectNode();
        properties.set(ENTITY, DocumentSchema.code());
        properties.set("where", DocumentSchema.text(RoleSchema.LONGEST_CONDITION));
        ObjectNode with = properties.putObject("with").put("type", "array").put("maxItems", MOST_WITH);
        with.put("uniqueItems", true);
        with.putObject("items")
                .putArray("oneOf")
                .add(only("role", DocumentSchema.code()))
                .add(only("group", id()))
                .add(department());
        properties
                .putObject("level")
                .put("type", "string")
                .putArray("enum")
                .add("read")
                .add("update");
        return DocumentSchema.of(KIND, properties, ENTITY, "where", "with", "level");
    }

    private static ObjectNode id() {
        return JSON.objectNode().put("type", "string").put("pattern", UUID_SHAPE);
    }

    private static ObjectNode only(String name, ObjectNode value) {
        ObjectNode object = JSON.objectNode().put("type", "object");
        object.putObject("properties").set(name, value);
        object.putArray("required").add(name);
        return object.put("additionalProperties", false);
    }

    private static ObjectNode department() {
        ObjectNode department = only("department", id());
        department.withObject("/properties").putObject("below").put("type", "boolean");
        return department;
    }

    @Override
    public List<Issue> check(Definition definition, DefinitionSet all) {
        Sharing sharing = Sharing.of(definition);
        EntityCatalog catalog = EntityCatalog.of(all);
        List<Issue> nobody =
                definition.get("with").isEmpty() ? List.of(Issue.at("with", RoleIssue.SHARED_WITH_NOBODY)) : List.of();
        if (catalog.find(sharing.entity()).isEmpty()) {
            return nobody;
        }
        List<Issue> wrong = sharing.where().isBlank()
                ? List.of(Issue.at("where", RoleIssue.SHARED_UNWRITTEN))
                : RoleConditions.check(catalog, sharing.entity(), sharing.where()).problems().stream()
                        .map(problem -> new Issue("where", problem.message()))
                        .toList();
        return Stream.concat(nobody.stream(), wrong.stream()).toList();
    }

    @Override
    public List<Reference> references(Definition definition, DefinitionSet all) {
        Sharing sharing = Sharing.of(definition);
        Set<Reference> references = new LinkedHashSet<>();
        references.add(Reference.to(ENTITY, sharing.entity(), ENTITY));
        JsonNode with = definition.get("with");
        for (int i = 0; i < with.size(); i++) {
            if (with.get(i).has("role")) {
                references.add(
                        Reference.to(RoleKind.KIND, with.get(i).path("role").stringValue(), "with[" + i + "].role"));
            }
        }
        RoleConditions.reads(EntityCatalog.of(all), sharing.entity(), sharing.where())
                .forEach(read ->
                        references.add(new Reference(new DefinitionKey(ENTITY, read.entity()), read.field(), "where")));
        return List.copyOf(references);
    }

    /** It shares records of its entity, so it goes with it; whom it is not shared with any more has nothing to lose. */
    @Override
    public List<LoosePart> loose() {
        return List.of(LoosePart.of("共享对象", "whom it is shared with", "with[]", ".role"), LoosePart.all(ENTITY));
    }

    @Override
    public List<Element> elements(Definition definition) {
        return List.of();
    }
}
