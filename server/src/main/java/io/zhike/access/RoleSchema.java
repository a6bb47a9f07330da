package io.zhike.access;

import io.zhike.definition.DocumentSchema;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of documents of kind {@code role}. */
final class RoleSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    static final int LONGEST_CONDITION = 10_000;
    static final List<String> SCOPED = List.of("read", "update", "delete");
    private static final int MOST_REACHES = 20;
    private static final int MOST_BUTTONS = 500;

    private RoleSchema() {}

    static ObjectNode schema() {
        ObjectNode properties = JSON.objectNode();
        properties.putObject("admin").put("type", "boolean");
        ObjectNode entities = properties.putObject("entities").put("type", "object");
        entities.set("propertyNames", DocumentSchema.code());
        entities.set("additionalProperties", rights());
        AppRights.describe(properties);
        return DocumentSchema.of(RoleKind.KIND, properties);
    }

    private static ObjectNode rights() {
        ObjectNode rights = JSON.objectNode().put("type", "object");
        ObjectNode properties = rights.putObject("properties");
        Stream.of(Ability.values())
                .forEach(ability -> properties.putObject(ability.code()).put("type", "boolean"));
        SCOPED.forEach(right -> properties.set(right, scope()));
        properties.set("buttons", buttons());
        properties.set("fields", fields());
        properties.set("deny", denied());
        return rights.put("additionalProperties", false);
    }

    /** Takes away, so a right that is not named there is left alone. */
    private static ObjectNode denied() {
        ObjectNode denied = JSON.objectNode().put("type", "object");
        ObjectNode properties = denied.putObject("properties");
        Stream.of(Ability.values())
                .forEach(ability -> properties.putObject(ability.code()).put("type", "boolean"));
        SCOPED.forEach(right -> properties.set(right, scope()));
        properties.set("buttons", buttons());
        ObjectNode caps = properties.putObject("fields").put("type", "object");
        caps.set("propertyNames", DocumentSchema.code());
        caps.set("additionalProperties", fieldRight());
        return denied.put("additionalProperties", false);
    }

    /** One reach, or a list of reaches of which any will do. */
    private static ObjectNode scope() {
        ObjectNode scope = JSON.objectNode();
        ArrayNode forms = scope.putArray("oneOf");
        forms.add(word()).add(condition());
        ObjectNode several =
                forms.addObject().put("type", "array").put("uniqueItems", true).put("maxItems", MOST_REACHES);
        several.putObject("items").putArray("oneOf").add(word()).add(condition());
        return scope;
    }

    private static ObjectNode word() {
        ObjectNode word = JSON.objectNode().put("type", "string");
        ArrayNode words = word.putArray("enum");
        Arrays.stream(ScopeRule.Reach.values()).map(ScopeRule.Reach::code).forEach(words::add);
        return word;
    }

    private static ObjectNode condition() {
        ObjectNode condition = JSON.objectNode().put("type", "object");
        condition
                .putObject("properties")
                .set("where", DocumentSchema.text(LONGEST_CONDITION).put("minLength", 1));
        condition.putArray("required").add("where");
        return condition.put("additionalProperties", false);
    }

    /** All, none, or those that are named. */
    private static ObjectNode buttons() {
        ObjectNode buttons = JSON.objectNode();
        ArrayNode forms = buttons.putArray("oneOf");
        ArrayNode words = forms.addObject().put("type", "string").putArray("enum");
        words.add(EntityRights.ALL_BUTTONS).add(EntityRights.NO_BUTTONS);
        forms.addObject()
                .put("type", "array")
                .put("uniqueItems", true)
                .put("maxItems", MOST_BUTTONS)
                .set("items", DocumentSchema.code());
        return buttons;
    }

    /** Whoever names fields says what holds for the others too, so that no field is open by being forgotten. */
    private static ObjectNode fields() {
        ObjectNode fields = JSON.objectNode().put("type", "object");
        ObjectNode names = fields.putObject("propertyNames");
        names.putArray("anyOf")
                .add(JSON.objectNode().put("const", EntityRights.OTHERS))
                .add(DocumentSchema.code());
        fields.putArray("required").add(EntityRights.OTHERS);
        fields.set("additionalProperties", fieldRight());
        return fields;
    }

    /** A word, or how much is seen and how far it is changed, each by itself. */
    private static ObjectNode fieldRight() {
        ObjectNode right = JSON.objectNode();
        ArrayNode forms = right.putArray("oneOf");
        forms.add(oneOf(Arrays.stream(FieldRight.Word.values()).map(FieldRight.Word::code)));
        ObjectNode both = forms.addObject().put("type", "object");
        ObjectNode axes = both.putObject("properties");
        axes.set(FieldRight.SEE, oneOf(Arrays.stream(FieldRight.See.values()).map(FieldRight.See::code)));
        axes.set(
                FieldRight.CHANGE,
                oneOf(Arrays.stream(FieldRight.Change.values()).map(FieldRight.Change::code)));
        both.putArray("required").add(FieldRight.SEE);
        both.put("additionalProperties", false);
        return right;
    }

    private static ObjectNode oneOf(Stream<String> words) {
        ObjectNode one = JSON.objectNode().put("type", "string");
        words.forEach(one.putArray("enum")::add);
        return one;
    }
}
