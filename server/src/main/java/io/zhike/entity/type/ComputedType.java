package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldType;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Type;
import io.zhike.message.Language;
import io.zhike.sheet.Cell;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A type whose value the server computes. What the value is like, another type says: the result, which is known once the
 * whole catalogue of entities is; before that it passes for text.
 */
interface ComputedType extends FieldType {

    Optional<FieldType> result();

    private FieldType like() {
        return result().orElse(new LongTextType(LongTextType.LENGTH));
    }

    @Override
    default Type valueType() {
        return like().valueType();
    }

    @Override
    default Reading read(JsonNode value, ValueContext context) {
        return refuse(EntityText.COMPUTED);
    }

    @Override
    default Reading read(Cell cell, ValueContext context) {
        return refuse(EntityText.COMPUTED);
    }

    @Override
    default JsonNode write(Object value) {
        return like().write(value);
    }

    @Override
    default String display(Object value, ValueContext context) {
        return like().display(value, context);
    }

    @Override
    default boolean writable() {
        return false;
    }

    @Override
    default ObjectNode valueSchema() {
        return like().valueSchema().put("readOnly", true);
    }

    @Override
    default String describe(Language language) {
        return like().describe(language);
    }
}
