package io.zhike.record;

import io.zhike.entity.FieldType;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What expressions give for one record, in their order. */
public record WorkedRecord(UUID id, int version, List<Given> given) {

    public WorkedRecord {
        given = List.copyOf(given);
    }

    /**
     * What one expression gives.
     *
     * @param like the field type that the value is shown as; empty for a list that is like no field
     * @param value null where it is blank
     * @param label what people call a value that points to something: a text, or a list of texts; null where it has none
     */
    public record Given(
            Type type,
            Optional<FieldType> like,
            @Nullable Object value,
            @Nullable Object label) {
        private static final String SEPARATOR = "、";
        private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

        /** Whether it is true; blank is not. */
        public boolean holds() {
            return Boolean.TRUE.equals(value);
        }

        /** As a person reads it in a sentence; blank is an empty text. */
        public String text(ValueContext context) {
            if (value == null) {
                return "";
            }
            if (label instanceof String named) {
                return named;
            }
            if (label instanceof List<?> names) {
                return names.stream()
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(SEPARATOR));
            }
            if (value instanceof Instant moment) {
                return MINUTES.format(LocalDateTime.ofInstant(moment, context.zone()));
            }
            return like.map(type -> type.display(value, context)).orElseGet(Given.this::plain);
        }

        private String plain() {
            return switch (value) {
                case null -> "";
                case List<?> list -> list.stream().map(Objects::toString).collect(Collectors.joining(SEPARATOR));
                case BigDecimal number -> number.toPlainString();
                case Object other -> other.toString();
            };
        }
    }
}
