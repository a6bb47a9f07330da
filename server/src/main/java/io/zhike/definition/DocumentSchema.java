package io.zhike.definition;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parts that the JSON Schemas of all kinds share. Every call makes a new tree, which the caller may change. */
public final class DocumentSchema {
    /** The longest text of a label. */
    public static final int LABEL_LENGTH = 200;

    /** The longest text of a description. */
    public static final int DESCRIPTION_LENGTH = 2000;

    private static final int MOST_ROLES = 50;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DocumentSchema() {}

    /**
     * The schema of a document of {@code kind}: {@code kind}, {@code code}, {@code app}, {@code label} and
     * {@code description}, and beside them {@code properties}; nothing else. Kind, code and label are required always.
     *
     * @param properties name to schema
     * @param required which of {@code properties} have to be there
     */
    public static ObjectNode of(String kind, ObjectNode properties, String... required) {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("type", "object");
        ObjectNode all = schema.putObject("properties");
        all.putObject("kind").put("const", kind);
        all.set("code", code());
        all.set("app", code());
        all.set("label", label());
        all.set("description", label(DESCRIPTION_LENGTH));
        all.setAll(properties.deepCopy());
        ArrayNode needed = schema.putArray("required").add("kind").add("code").add("label");
        List.of(required).forEach(needed::add);
        return schema.put("additionalProperties", false);
    }

    /** The schema of a code. */
    public static ObjectNode code() {
        return JSON.objectNode().put("type", "string").put("pattern", "^" + DefinitionKey.SHAPE + "$");
    }

    /** The schema of a label: a text in {@code zh}, in {@code en}, or in both. */
    public static ObjectNode label() {
        return label(LABEL_LENGTH);
    }

    private static ObjectNode label(int length) {
        ObjectNode label = JSON.objectNode().put("type", "object");
        ObjectNode languages = label.putObject("properties");
        languages.set("zh", text(length).put("minLength", 1));
        languages.set("en", text(length).put("minLength", 1));
        return label.put("minProperties", 1).put("additionalProperties", false);
    }

    /** The schema of the roles that something is meant for; not the empty list, which would be nobody or everybody. */
    public static ObjectNode roles() {
        ObjectNode roles = JSON.objectNode().put("type", "array").put("uniqueItems", true);
        roles.put("minItems", 1).put("maxItems", MOST_ROLES).set("items", code());
        return roles;
    }

    /** The schema of a text of at most {@code length} characters. */
    public static ObjectNode text(int length) {
        return JSON.objectNode().put("type", "string").put("maxLength", length);
    }
}
