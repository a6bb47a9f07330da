package io.zhike.page;

import io.zhike.definition.Definition;
import io.zhike.entity.Field;
import io.zhike.message.Label;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A form that strangers fill in, as a definition of kind {@code public_form} says; each submission becomes a record.
 *
 * @param fields what is asked for, in its order
 * @param fromLink codes of fields that the address of the form may fill in, such as where a visitor comes from
 * @param given values that each submission has, by field, in the order of the definition
 * @param opens from when on it is filled in; empty for always
 * @param closes when it is filled in no more
 * @param quota how many submissions it takes; empty for any number
 * @param duplicates what becomes of a submission by somebody who is known; empty where each makes a record
 */
record PublicForm(
        String code,
        @Nullable String app,
        Label label,
        String entity,
        Optional<Label> intro,
        Optional<Label> thanks,
        List<Asked> fields,
        List<String> fromLink,
        Map<String, JsonNode> given,
        Optional<String> opens,
        Optional<String> closes,
        Optional<Long> quota,
        Optional<Duplicates> duplicates) {

    /** One field that is asked for, with words of its own where the entity's do not speak to strangers. */
    record Asked(String field, boolean required, Optional<Label> label, Optional<Label> help) {
        /** Whether it has to be filled in where it is shown; {@code field} is what it asks for. */
        boolean demanded(Field field) {
            return required || field.required() && field.initial().isEmpty();
        }
    }

    /** @param by the field by which a person is recognised */
    record Duplicates(String by, Known known) {}

    /** What becomes of a submission that is like a record. Strangers are answered the same in each case. */
    enum Known {
        /** Blank fields of the record get what was sent; nothing that is there is changed. */
        FILL,
        /** It is left as it is. */
        SKIP
    }

    PublicForm {
        fields = List.copyOf(fields);
        fromLink = List.copyOf(fromLink);
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    static PublicForm of(Definition definition) {
        List<Asked> fields = new ArrayList<>();
        definition.get("fields").forEach(field -> fields.add(asked(field)));
        List<String> fromLink = new ArrayList<>();
        definition.get("from_link").forEach(code -> fromLink.add(code.asString()));
        Map<String, JsonNode> given = new LinkedHashMap<>();
        definition.get("given").forEach(one -> given.put(one.path("field").asString(), one.path("value")));
        JsonNode quota = definition.get("quota");
        JsonNode duplicates = definition.get("duplicates");
        return new PublicForm(
                definition.key().code(),
                definition.app(),
                definition.label(),
                definition.get("entity").asString(),
                label(definition.get("intro")),
                label(definition.get("thanks")),
                fields,
                fromLink,
                given,
                text(definition.get("opens")),
                text(definition.get("closes")),
                quota.isNumber() ? Optional.of(quota.asLong()) : Optional.empty(),
                duplicates.isObject() ? Optional.of(duplicates(duplicates)) : Optional.empty());
    }

    private static Asked asked(JsonNode field) {
        return new Asked(
                field.path("field").asString(),
                field.path("required").asBoolean(false),
                label(field.path("label")),
                label(field.path("help")));
    }

    private static Duplicates duplicates(JsonNode node) {
        return new Duplicates(
                node.path("by").asString(), node.path("known").asString().equals("fill") ? Known.FILL : Known.SKIP);
    }

    private static Optional<Label> label(JsonNode node) {
        return node.isObject() ? Optional.of(Form.label(node)) : Optional.empty();
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.stringValue(null));
    }

    /** A moment as documents write it: with an offset, or as a time of day in {@code zone}; empty for what is neither. */
    static Optional<Instant> moment(String text, ZoneId zone) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException withoutOffset) {
            try {
                return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
            } catch (DateTimeException neither) {
                return Optional.empty();
            }
        }
    }

    /** Whether strangers may fill it in at {@code now}, in a workspace of {@code zone}. */
    State state(Instant now, ZoneId zone, long taken) {
        boolean early =
                opens.flatMap(text -> moment(text, zone)).filter(now::isBefore).isPresent();
        boolean late = closes.flatMap(text -> moment(text, zone))
                .filter(end -> !now.isBefore(end))
                .isPresent();
        boolean full = quota.filter(most -> taken >= most).isPresent();
        return early ? State.EARLY : late ? State.CLOSED : full ? State.FULL : State.OPEN;
    }

    /** Whether a form takes submissions, and why not. */
    enum State {
        OPEN,
        EARLY,
        CLOSED,
        FULL
    }
}
