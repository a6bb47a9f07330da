package io.zhike.record;

import io.zhike.expression.FunctionSpec;
import io.zhike.message.Label;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The functions of the language as an editor needs them for completion and help. */
final class FunctionJson {
    private final JsonMapper json;

    FunctionJson(JsonMapper json) {
        this.json = json;
    }

    /** {@code {name, group, title, description, aliases, signatures, examples}}. */
    ObjectNode write(FunctionSpec function) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", function.name());
        node.put("group", function.group().name().toLowerCase(java.util.Locale.ROOT));
        node.set("groupLabel", label(function.group().label()));
        node.set("title", label(function.title()));
        node.set("description", label(function.description()));
        ArrayNode aliases = node.putArray("aliases");
        function.aliases().forEach(aliases::add);
        ArrayNode signatures = node.putArray("signatures");
        function.signatures().forEach(signature -> write(signature, signatures.addObject()));
        ArrayNode examples = node.putArray("examples");
        function.examples()
                .forEach(example ->
                        examples.addObject().put("text", example.text()).put("answer", example.answer()));
        return node;
    }

    private void write(FunctionSpec.Signature signature, ObjectNode node) {
        ArrayNode parameters = node.putArray("parameters");
        signature.parameters().forEach(parameter -> write(parameter, parameters.addObject()));
        node.put("repeat", signature.repeat());
        signature.otherwise().ifPresent(parameter -> write(parameter, node.putObject("otherwise")));
        write(signature.result(), node.putObject("result"));
    }

    private void write(FunctionSpec.Parameter parameter, ObjectNode node) {
        node.set("name", label(parameter.name()));
        write(parameter.kind(), node);
        node.put("optional", parameter.optional());
        ArrayNode choices = node.putArray("choices");
        parameter.choices().forEach(choices::add);
    }

    private void write(FunctionSpec.Kind kind, ObjectNode node) {
        node.put("kind", kind.name().toLowerCase(java.util.Locale.ROOT));
        node.set("kindLabel", label(kind.label()));
    }

    private ObjectNode label(Label label) {
        return json.valueToTree(label);
    }
}
