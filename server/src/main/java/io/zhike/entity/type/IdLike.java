package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.Reading;
import io.zhike.entity.Storage;
import io.zhike.entity.ValueContext;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A type whose value is the id of something: a member, a record, a file. Whether there is such a thing, and what it is
 * called, is known to the gates only. {@code {"id": …}} is taken like the id alone.
 */
interface IdLike extends Scalar {
    Pattern UUID_SHAPE = Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

    /** The id that a text is; empty where it is none. */
    static Optional<UUID> id(String text) {
        return UUID_SHAPE.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** The id that a node is or holds under {@code id}. */
    static Optional<UUID> id(JsonNode node) {
        JsonNode id = node.isObject() ? node.path("id") : node;
        return id.isString() ? id(id.stringValue().strip()) : Optional.empty();
    }

    @Override
    default Storage storage() {
        return new Storage.Column(Columns.ID);
    }

    @Override
    default Reading read(JsonNode value, ValueContext context) {
        if (!value.isObject()) {
            return Scalar.super.read(value, context);
        }
        Optional<UUID> id = id(value);
        return id.isPresent() ? Reading.of(id.get()) : misfit(CleanText.shown(value.toString()));
    }

    @Override
    default Reading text(String text, ValueContext context) {
        Optional<UUID> id = id(text);
        return id.isPresent() ? Reading.of(id.get()) : misfit(CleanText.shown(text));
    }

    @Override
    default Reading misfit(String shown) {
        return refuse(EntityText.NOT_AN_ID, shown);
    }

    @Override
    default JsonNode write(Object value) {
        return JsonNodeFactory.instance.stringNode(value.toString());
    }

    @Override
    default String display(Object value, ValueContext context) {
        return value.toString();
    }

    @Override
    default ObjectNode valueSchema() {
        return Schemas.uuidValue();
    }
}
