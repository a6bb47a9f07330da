package io.zhike.page;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.message.Label;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a public form as a browser draws them: no more of the entity than is asked for. */
final class PublicFormFields {
    private final JsonMapper json;

    PublicFormFields(JsonMapper json) {
        this.json = json;
    }

    ArrayNode of(PublicForm form, EntityDefinition entity) {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        form.fields()
                .forEach(asked -> entity.field(asked.field()).ifPresent(field -> fields.add(described(asked, field))));
        return fields;
    }

    private ObjectNode described(PublicForm.Asked asked, Field field) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        field.type().writeProperties(node);
        node.put("code", field.code());
        node.put("type", field.type().code());
        node.set("label", label(asked.label().orElse(field.label())));
        asked.help().or(field::help).ifPresent(help -> node.set("help", label(help)));
        node.put(
                "required",
                asked.required() || field.required() && field.initial().isEmpty());
        return node;
    }

    private ObjectNode label(Label label) {
        return json.valueToTree(label);
    }
}
