package io.zhike.api;

import io.zhike.access.EntityGrant;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.SystemFields;
import io.zhike.message.Language;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of one entity's records as one caller may see and write them. */
final class EntitySchemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String OWN = "#/components/schemas/";

    private final EntityDefinition entity;
    private final EntityGrant grant;
    private final Language language;

    EntitySchemas(EntityDefinition entity, EntityGrant grant, Language language) {
        this.entity = entity;
        this.grant = grant;
        this.language = language;
    }

    /** Puts them below {@code components/schemas}; their names hold a dot, which those of the base document never do. */
    void into(ObjectNode schemas) {
        schemas.set(name("record"), record());
        schemas.set(name("page"), page());
        schemas.set(name("create"), input(true));
        schemas.set(name("change"), input(false));
    }

    /** A reference to the schema of that {@code use}: {@code record}, {@code page}, {@code create} or {@code change}. */
    ObjectNode reference(String use) {
        return JSON.objectNode().put("$ref", OWN + name(use));
    }

    private String name(String use) {
        return entity.code() + "." + use;
    }

    private ObjectNode record() {
        ObjectNode own = JSON.objectNode().put("type", "object");
        own.put("title", entity.label().in(language));
        ObjectNode properties = own.putObject("properties");
        fields(grant.fields().shown()).stream()
                .filter(field -> !field.code().equals(SystemFields.NUMBER))
                .forEach(field -> properties.set(field.code(), outgoing(field)));
        ObjectNode record = JSON.objectNode();
        record.putArray("allOf")
                .add(JSON.objectNode().put("$ref", OWN + "Record"))
                .add(own);
        return record;
    }

    private ObjectNode outgoing(Field field) {
        return grant.masked().contains(field.code())
                ? JSON.objectNode()
                        .put("type", "string")
                        .put("title", field.label().in(language))
                        .put("x-masked", true)
                        .put("readOnly", true)
                : value(field, !writable(field));
    }

    private ObjectNode page() {
        ObjectNode page = JSON.objectNode().put("type", "object");
        page.putArray("required").add("items");
        ObjectNode properties = page.putObject("properties");
        properties.putObject("items").put("type", "array").set("items", reference("record"));
        properties.putObject("next").put("$ref", OWN + "Next");
        return page;
    }

    /** What may be sent. A field that has a default need not be, even where it is required. */
    private ObjectNode input(boolean whole) {
        ObjectNode input = JSON.objectNode().put("type", "object");
        ObjectNode properties = input.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (Field field : fields(grant.writable())) {
            properties.set(field.code(), value(field, false));
            if (field.required() && field.initial().isEmpty()) {
                required.add(field.code());
            }
        }
        if (whole && !required.isEmpty()) {
            input.set("required", required);
        }
        return input.put("additionalProperties", false);
    }

    private ObjectNode value(Field field, boolean readOnly) {
        ObjectNode schema = field.type().valueSchema().deepCopy();
        schema.put("title", field.label().in(language));
        Optional<String> help = field.help().map(text -> text.in(language));
        help.ifPresent(text -> schema.put("description", text));
        schema.put("x-field-type", field.type().code());
        if (grant.readable().contains(field.code())) {
            field.type().target().ifPresent(target -> schema.put("x-entity", target));
        }
        return readOnly ? schema.put("readOnly", true) : schema;
    }

    private boolean writable(Field field) {
        return grant.writable().contains(field.code());
    }

    private List<Field> fields(java.util.Set<String> codes) {
        return entity.fields().where(field -> codes.contains(field.code()));
    }
}
