package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.Reading;
import io.zhike.entity.Storage;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Type;
import io.zhike.message.Language;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Pointers to any number of records of an entity, in order; a {@code relation} with {@code many: true}. */
record RelationsType(String entity) implements ListLike {
    private static final int MOST = 1000;

    @Override
    public String code() {
        return RelationType.KIND.code();
    }

    @Override
    public Type valueType() {
        return new Type.ListOf(new Type.RecordOf(entity));
    }

    @Override
    public Storage storage() {
        return new Storage.Links(entity);
    }

    @Override
    public Optional<String> target() {
        return Optional.of(entity);
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public Reading item(JsonNode item, ValueContext context) {
        Optional<UUID> id = IdLike.id(item);
        return id.isPresent() ? Reading.of(id.get()) : refuse(EntityText.NOT_AN_ID, CleanText.shown(item.toString()));
    }

    @Override
    public Reading item(String item, ValueContext context) {
        Optional<UUID> id = IdLike.id(item);
        return id.isPresent() ? Reading.of(id.get()) : refuse(EntityText.NOT_AN_ID, CleanText.shown(item));
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
        return Schemas.listOf(Schemas.uuidItem(), MOST);
    }

    @Override
    public void writeProperties(ObjectNode field) {
        field.put("entity", entity).put("many", true);
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "「" + entity + "」的若干记录（标识）" : "records of '" + entity + "' (ids)";
    }
}
