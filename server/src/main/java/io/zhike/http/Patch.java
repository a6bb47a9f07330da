package io.zhike.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * One property of the body of a {@code PATCH}, which can be left out (keep what is there), null (empty it) or a value.
 *
 * @param given whether the property was in the body
 * @param value null when it was null or left out
 */
@JsonDeserialize(using = Patch.Reader.class)
public record Patch<T>(boolean given, @Nullable T value) {

    public static <T> Patch<T> absent() {
        return new Patch<>(false, null);
    }

    public static <T> Patch<T> of(@Nullable T value) {
        return new Patch<>(true, value);
    }

    /** What is there after the change: the value given, which may be null, else {@code current}. */
    public @Nullable T over(@Nullable T current) {
        return given ? value : current;
    }

    /** As {@link #over}, where null is not a value: it keeps {@code current} too. */
    public T orKeep(T current) {
        return value == null ? current : value;
    }

    static final class Reader extends ValueDeserializer<Patch<?>> {
        private final @Nullable JavaType inner;

        Reader() {
            this(null);
        }

        private Reader(@Nullable JavaType inner) {
            this.inner = inner;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Reader(context.getContextualType().containedTypeOrUnknown(0));
        }

        @Override
        public Patch<?> deserialize(JsonParser in, DeserializationContext context) {
            return Patch.of(context.readValue(in, inner));
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return Patch.of(null);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Patch.absent();
        }
    }
}
