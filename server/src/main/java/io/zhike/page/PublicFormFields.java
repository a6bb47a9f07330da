package io.zhike.page;

import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.expression.Type;
import io.zhike.message.Label;
import io.zhike.record.LogicJson;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a public form as a browser draws them, and the logic that it follows: no more of the entity than is asked
 * for. A condition that reads anything else is not told; the gate in holds to it.
 */
final class PublicFormFields {
    private final JsonMapper json;

    PublicFormFields(JsonMapper json) {
        this.json = json;
    }

    /** Puts {@code fields}, in the order of the form, and {@code checks} into {@code answer}. */
    void describe(PublicForm form, EntityCatalog catalog, ObjectNode answer) {
        EntityDefinition entity = catalog.get(form.entity());
        Set<String> asked = form.fields().stream().map(PublicForm.Asked::field).collect(Collectors.toSet());
        LogicJson logic = LogicJson.within(catalog, entity, asked);
        ArrayNode fields = answer.putArray("fields");
        for (PublicForm.Asked one : form.fields()) {
            entity.field(one.field()).ifPresent(field -> {
                ObjectNode described = described(one, field);
                logic.describe(field, described);
                fields.add(described);
            });
        }
        logic.checks(answer, this::label);
    }

    private ObjectNode described(PublicForm.Asked asked, Field field) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        field.type().writeProperties(node);
        node.put("code", field.code());
        node.put("type", field.type().code());
        node.put("valueType", field.type().valueType().code());
        if (field.type().valueType() instanceof Type.ListOf(Type item)) {
            node.put("itemType", item.code());
        }
        node.set("label", label(asked.label().orElse(field.label())));
        asked.help().or(field::help).ifPresent(help -> node.set("help", label(help)));
        node.put("required", asked.demanded(field));
        return node;
    }

    private ObjectNode label(Label label) {
        return json.valueToTree(label);
    }
}
