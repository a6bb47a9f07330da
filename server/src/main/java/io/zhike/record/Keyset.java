package io.zhike.record;

import io.zhike.entity.SystemFields;
import io.zhike.http.Cursor;
import io.zhike.http.HttpError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list and the place where a page of it ends. Blanks come last whichever way the rest is sorted, and the
 * id decides between equals, so that the order is total and a page goes on exactly where the one before ended, even when
 * records came or went in between.
 *
 * <p>A list whose first key can be blank is read in two parts, first the records that have a value, then those without.
 * Each part is a plain range of an index, forwards or backwards, which {@code NULLS LAST} over both would not be.
 */
final class Keyset {
    private static final String NAMED = "k";

    private final List<Key> keys;

    /** @param keys the last of them is the id */
    Keyset(List<Key> keys) {
        this.keys = List.copyOf(keys);
        if (keys.isEmpty() || keys.getLast().nullable()) {
            throw new IllegalArgumentException("the last key is never blank");
        }
    }

    /** One key of the order: what is compared, which way, and whether it can be blank. */
    record Key(String name, Field<?> field, boolean descending, boolean nullable) {}

    /** A part of the list, read one after the other. */
    enum Part {
        /** All there is: the first key is never blank. */
        WHOLE,
        WITH_VALUE,
        BLANK
    }

    /** The parts that are left from {@code after} on, in their order. */
    List<Part> parts(@Nullable Cursor after) {
        if (!keys.getFirst().nullable()) {
            return List.of(Part.WHOLE);
        }
        boolean amongBlanks = after != null && after.keys().getFirst() == null;
        return amongBlanks ? List.of(Part.BLANK) : List.of(Part.WITH_VALUE, Part.BLANK);
    }

    /** What is selected so that {@link #cursor} can tell where a row stands. */
    List<Field<?>> fields() {
        return fields(keys.stream().<Field<?>>map(Key::field).toList());
    }

    /** As {@link #fields()}, where the same values are read from {@code others}, one for each key. */
    List<Field<?>> fields(List<Field<?>> others) {
        List<Field<?>> fields = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            fields.add(others.get(i).as(NAMED + i));
        }
        return fields;
    }

    /** The place of {@code row}, which holds {@link #fields} from column {@code first} on. */
    Cursor cursor(Record row, int first) {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Object value = row.get(first + i);
            values.add(value == null ? null : value.toString());
        }
        return new Cursor(name(), values);
    }

    /** The cursor of {@code token}; throws {@code cursor-invalid} where it is not one of this order. */
    Cursor parse(String token) {
        return Cursor.parse(token, name(), keys.size());
    }

    /** Names the order: a cursor of one order is refused by every other. */
    private String name() {
        return keys.stream()
                .map(key -> (key.descending() ? "-" : "") + key.name())
                .collect(Collectors.joining(","));
    }

    /** Whether it is the order by when records were made, the last one first. */
    boolean newestFirst() {
        return keys.size() == 2
                && keys.getFirst().name().equals(SystemFields.CREATED_AT)
                && keys.getFirst().descending()
                && !keys.getLast().descending();
    }

    List<OrderField<?>> orderBy(Part part) {
        return orderBy(part, i -> keys.get(i).field());
    }

    /** As {@link #orderBy(Part)}, over what was selected as {@link #fields} alone. */
    List<OrderField<?>> orderByNames(Part part) {
        return orderBy(
                part, i -> DSL.field(DSL.name(NAMED + i), keys.get(i).field().getDataType()));
    }

    /** The last key of a table {@code from} that holds {@link #fields}. */
    Field<UUID> id(String from) {
        return DSL.field(DSL.name(from, NAMED + (keys.size() - 1)), SQLDataType.UUID);
    }

    private List<OrderField<?>> orderBy(Part part, IntFunction<Field<?>> field) {
        List<OrderField<?>> order = new ArrayList<>();
        for (int i = part == Part.BLANK ? 1 : 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            boolean blanks = key.nullable() && i > 0;
            order.add(
                    !key.descending()
                            ? field.apply(i).asc()
                            : blanks
                                    ? field.apply(i).desc().nullsLast()
                                    : field.apply(i).desc());
        }
        return order;
    }

    /** The order of all parts in one statement, for which no index is looked for. */
    List<OrderField<?>> orderBy() {
        return keys.stream()
                .<OrderField<?>>map(key -> key.descending()
                        ? key.field().desc().nullsLast()
                        : key.field().asc().nullsLast())
                .toList();
    }

    /** The rows of {@code part}, from {@code after} on where it is not null. */
    Condition from(Part part, @Nullable Cursor after) {
        List<@Nullable Object> values = after == null ? List.of() : values(after);
        Field<?> first = keys.getFirst().field();
        return switch (part) {
            case WHOLE -> values.isEmpty() ? DSL.noCondition() : beyond(0, values);
            case WITH_VALUE ->
                values.isEmpty() ? first.isNotNull() : first.isNotNull().and(beyond(0, values));
            case BLANK ->
                values.isEmpty() || values.getFirst() != null
                        ? first.isNull()
                        : first.isNull().and(beyond(1, values));
        };
    }

    private Condition beyond(int first, List<@Nullable Object> values) {
        if (oneRange(first)) {
            return range(first, values);
        }
        Condition strictly = strictly(first, values);
        Object bound = values.get(first);
        boolean neverBlankHere = first == 0;
        return neverBlankHere && bound != null ? strictly.and(atOrBeyond(keys.get(first), bound)) : strictly;
    }

    /** Whether the keys from {@code first} on go one way and are never blank, so that they compare as one row. */
    private boolean oneRange(int first) {
        boolean descending = keys.get(first).descending();
        for (int i = first; i < keys.size(); i++) {
            if (keys.get(i).descending() != descending || (keys.get(i).nullable() && i > 0)) {
                return false;
            }
        }
        return true;
    }

    private Condition range(int first, List<@Nullable Object> values) {
        List<Field<?>> fields = new ArrayList<>();
        List<Field<?>> bounds = new ArrayList<>();
        for (int i = first; i < keys.size(); i++) {
            fields.add(keys.get(i).field());
            bounds.add(DSL.val(values.get(i), keys.get(i).field().getDataType()));
        }
        if (fields.size() == 1) {
            return strict(keys.get(first), bounds.getFirst());
        }
        return keys.get(first).descending()
                ? DSL.row(fields).lt(DSL.row(bounds))
                : DSL.row(fields).gt(DSL.row(bounds));
    }

    /** k1 beyond v1, or k1 = v1 and k2 beyond v2, or … */
    private Condition strictly(int i, List<@Nullable Object> values) {
        Key key = keys.get(i);
        Object value = values.get(i);
        boolean last = i == keys.size() - 1;
        if (value == null) {
            return last ? DSL.falseCondition() : key.field().isNull().and(strictly(i + 1, values));
        }
        Field<?> bound = DSL.val(value, key.field().getDataType());
        Condition beyond = strict(key, bound);
        if (key.nullable() && i > 0) {
            beyond = beyond.or(key.field().isNull());
        }
        return last ? beyond : beyond.or(equal(key.field(), bound).and(strictly(i + 1, values)));
    }

    private List<@Nullable Object> values(Cursor after) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            values.add(value(keys.get(i), after.keys().get(i)));
        }
        return values;
    }

    private static @Nullable Object value(Key key, @Nullable String text) {
        if (text == null && key.nullable()) {
            return null;
        }
        try {
            if (text != null) {
                return value(text, key.field().getDataType().getType());
            }
        } catch (DateTimeException | IllegalArgumentException notAValue) {
            // refused below, as every other cursor that is not ours
        }
        throw HttpError.CURSOR_INVALID.problem();
    }

    /** What {@code text} was before {@link #cursor} wrote it. */
    private static Object value(String text, Class<?> type) {
        if (type == String.class) {
            return text;
        } else if (type == BigDecimal.class) {
            return new BigDecimal(text);
        } else if (type == UUID.class) {
            return UUID.fromString(text);
        } else if (type == Instant.class) {
            return Instant.parse(text);
        } else if (type == OffsetDateTime.class) {
            return OffsetDateTime.parse(text);
        } else if (type == LocalDate.class) {
            return LocalDate.parse(text);
        } else if (type == Boolean.class) {
            return truth(text);
        } else if (type == Duration.class) {
            return Duration.parse(text);
        } else if (type == Integer.class) {
            return Integer.valueOf(text);
        } else if (type == Long.class) {
            return Long.valueOf(text);
        } else if (type == Short.class) {
            return Short.valueOf(text);
        }
        throw new IllegalStateException("no list is sorted by " + type);
    }

    private static Boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.valueOf(text);
    }

    @SuppressWarnings("unchecked")
    private static Condition strict(Key key, Field<?> bound) {
        Field<Object> field = (Field<Object>) key.field();
        Field<Object> value = (Field<Object>) bound;
        return key.descending() ? field.lt(value) : field.gt(value);
    }

    @SuppressWarnings("unchecked")
    private static Condition atOrBeyond(Key key, Object bound) {
        Field<Object> field = (Field<Object>) key.field();
        return key.descending() ? field.le(bound) : field.ge(bound);
    }

    @SuppressWarnings("unchecked")
    private static Condition equal(Field<?> field, Field<?> bound) {
        return ((Field<Object>) field).eq((Field<Object>) bound);
    }
}
