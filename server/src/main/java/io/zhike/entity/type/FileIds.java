package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.FileLimits;
import io.zhike.entity.Reading;
import io.zhike.entity.Storage;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A type whose value is a list of files by their ids, in the order people gave them. */
interface FileIds extends ListLike {
    /** A file in the language: it can be blank, equal and counted, and has no fields. */
    Type TYPE = new Type.RecordOf("$file");

    int MOST = 100;

    /** How many there may be where nothing is said. */
    int USUAL = 20;

    /** What a field says of its files. */
    List<FieldKind.Property> PROPERTIES = List.of(
            Schemas.whole("max", 1, MOST),
            Schemas.whole("max_mb", 1, FileLimits.MOST_MEGABYTES),
            Schemas.texts("types"));

    /** How their names may end, without dots and in lower case; empty for any. */
    List<String> endings();

    /** How large each may be; 0 where nothing is said. */
    int megabytes();

    static int megabytes(FieldProperties from) {
        return from.whole("max_mb", 1, FileLimits.MOST_MEGABYTES).orElse(0);
    }

    static int most(FieldProperties from) {
        return from.whole("max", 1, MOST).orElse(USUAL);
    }

    static List<String> endings(FieldProperties from) {
        return from.texts("types").stream()
                .map(ending -> ending.toLowerCase(Locale.ROOT).replaceFirst("^\\.", ""))
                .distinct()
                .toList();
    }

    @Override
    default void writeProperties(ObjectNode field) {
        if (most() != USUAL) {
            field.put("max", most());
        }
        if (megabytes() > 0) {
            field.put("max_mb", megabytes());
        }
        if (!endings().isEmpty()) {
            endings().forEach(field.putArray("types")::add);
        }
    }

    @Override
    default Type valueType() {
        return new Type.ListOf(TYPE);
    }

    @Override
    default Storage storage() {
        return new Storage.Column(Columns.IDS);
    }

    @Override
    default Reading item(JsonNode item, ValueContext context) {
        Optional<UUID> id = IdLike.id(item);
        return id.isPresent() ? Reading.of(id.get()) : refuse(EntityText.NOT_AN_ID, CleanText.shown(item.toString()));
    }

    @Override
    default Reading item(String item, ValueContext context) {
        Optional<UUID> id = IdLike.id(item);
        return id.isPresent() ? Reading.of(id.get()) : refuse(EntityText.NOT_AN_ID, CleanText.shown(item));
    }

    @Override
    default JsonNode write(Object value) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        ((List<?>) value).forEach(id -> array.add(id.toString()));
        return array;
    }

    @Override
    default String display(Object value, ValueContext context) {
        return ((List<?>) value).stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    @Override
    default ObjectNode valueSchema() {
        return Schemas.listOf(Schemas.uuidItem(), most());
    }
}
