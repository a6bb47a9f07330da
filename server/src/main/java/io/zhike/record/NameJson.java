package io.zhike.record;

import io.zhike.expression.Symbol;
import io.zhike.expression.Type;
import io.zhike.expression.Vocabulary;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The names of an entity as an editor needs them for completion. */
final class NameJson {
    private final JsonMapper json;

    NameJson(JsonMapper json) {
        this.json = json;
    }

    /** {@code {code, label, type, to, many, options}}; {@code to} is the entity whose names may follow. */
    ObjectNode write(Symbol symbol) {
        boolean many = symbol.children().isPresent();
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("code", symbol.code());
        node.set("label", json.valueToTree(symbol.label()));
        node.put("type", symbol.type().code()).put("many", many);
        to(symbol).ifPresent(entity -> node.put("to", entity));
        ArrayNode options = node.putArray("options");
        symbol.options()
                .forEach((code, label) -> options.addObject().put("code", code).set("label", json.valueToTree(label)));
        return node;
    }

    private static Optional<String> to(Symbol symbol) {
        return switch (symbol.type()) {
            case Type.RecordOf(String entity) -> Optional.of(entity);
            case Type.ListOf(Type.RecordOf(String entity)) -> Optional.of(entity);
            case Type.Member _ -> Optional.of(Vocabulary.MEMBER);
            case Type.Department _ -> Optional.of(Vocabulary.DEPARTMENT);
            case Type.Text _, Type.Number _, Type.Bool _, Type.Date _, Type.DateTime _ -> Optional.empty();
            case Type.Duration _, Type.Blank _, Type.ListOf _ -> Optional.empty();
        };
    }
}
