package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.FieldType;
import io.zhike.entity.Reading;
import io.zhike.entity.Storage;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Type;
import io.zhike.message.Language;
import io.zhike.sheet.Cell;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of an entity that belongs to this one. They are records of their own and are written as such.
 *
 * @param parent the relation by which they point here; the catalogue fills it in from the child's definition
 */
record ChildTableType(String entity, Optional<String> parent) implements FieldType {
    static final FieldKind KIND = new Kind(
            "child_table",
            "子表",
            "Child table",
            List.of(Schemas.text("entity", 40), Schemas.text("parent", 40)),
            ChildTableType::parse);

    private static ChildTableType parse(FieldProperties from) {
        return new ChildTableType(from.textOr("entity", ""), from.text("parent"));
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Type valueType() {
        return new Type.ListOf(new Type.RecordOf(entity));
    }

    @Override
    public Storage storage() {
        return new Storage.Children(entity, parent.orElse(""));
    }

    @Override
    public Optional<String> target() {
        return Optional.of(entity);
    }

    @Override
    public Reading read(JsonNode value, ValueContext context) {
        return refuse(EntityText.CHILDREN_ELSEWHERE, entity);
    }

    @Override
    public Reading read(Cell cell, ValueContext context) {
        return refuse(EntityText.CHILDREN_ELSEWHERE, entity);
    }

    @Override
    public boolean writable() {
        return false;
    }

    @Override
    public JsonNode write(Object value) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        ((List<?>) value).forEach(id -> array.add(id.toString()));
        return array;
    }

    @Override
    public String display(Object value, ValueContext context) {
        return ((List<?>) value).stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    @Override
    public ObjectNode valueSchema() {
        ObjectNode schema = Schemas.object().put("type", "array").put("readOnly", true);
        schema.set("items", Schemas.uuidItem());
        return schema;
    }

    @Override
    public void writeProperties(ObjectNode field) {
        field.put("entity", entity);
        parent.ifPresent(code -> field.put("parent", code));
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "「" + entity + "」的行" : "rows of '" + entity + "'";
    }
}
