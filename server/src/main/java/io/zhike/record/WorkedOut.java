package io.zhike.record;

import io.zhike.entity.FieldType;
import io.zhike.expression.Type;
import org.jspecify.annotations.Nullable;

/**
 * What an expression gives for one record.
 *
 * @param type what kind of value it is
 * @param like the field type that the value is written and shown as: an amount stays an amount
 * @param value null where it is blank
 * @param label what people call a value that points to something; null for others, and where the caller may not see it
 */
public record WorkedOut(
        Type type,
        FieldType like,
        @Nullable Object value,
        @Nullable Object label) {}
