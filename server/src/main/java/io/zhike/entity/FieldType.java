package io.zhike.entity;

import io.zhike.expression.Type;
import io.zhike.message.Language;
import io.zhike.sheet.Cell;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one field holds, with its own properties: a {@code money} with its currency, a {@code select} with its options.
 * All that depends on the type of a field is asked of this object; nothing switches over types elsewhere.
 *
 * <p>Values are, in all of the server: {@code String, BigDecimal, Boolean, LocalDate, Instant, Duration, UUID, GeoPoint} or a
 * {@code List} of these; null is blank. An empty text and an empty list are blank too and never stored.
 */
public interface FieldType {
    /** A mask that tells nothing, and the run of signs that each mask holds. */
    String MASK = "***";

    /** The code that definitions carry, such as {@code multi_select}. */
    String code();

    /** The type of the field's value in the language; for a place, whose parts are three, the type of its address. */
    Type valueType();

    /** Where the value lives. */
    Storage storage();

    /** Reads and checks a value from JSON, normalising it (a phone number, a rich text). */
    Reading read(JsonNode value, ValueContext context);

    /** Reads and checks a value from a cell of a file. Relations are looked up by the import, not here. */
    Reading read(Cell cell, ValueContext context);

    /** The value as answers carry it: decimals as JSON strings, times in ISO 8601. {@code value} is not null. */
    JsonNode write(Object value);

    /** The value as a person reads it in a file or a title. {@code value} is not null. */
    String display(Object value, ValueContext context);

    /** The value as a sentence words it, such as one that says why it is refused: {@code 1,000,000}. */
    default String said(Object value, ValueContext context) {
        return display(value, context);
    }

    /**
     * What is shown of the value to those who may not read it: enough to tell it from others where the type allows that, and
     * never enough to know it. {@code value} is not null; the answer is never empty.
     *
     * @param title whether records are called by it, so that some of it has to be seen
     */
    default String mask(Object value, boolean title) {
        return MASK;
    }

    /** What a search finds this value by, or empty where it cannot be searched. {@code value} is not null. */
    default Optional<String> searchText(Object value) {
        return Optional.empty();
    }

    /** Whether a person or the API may set the value; false for what the server computes. */
    default boolean writable() {
        return true;
    }

    /**
     * Whether the database holds the value sealed: it goes in and out through the gates, and no question may use it, whoever
     * asks.
     */
    default boolean encrypted() {
        return false;
    }

    /** Whether {@code unique: true} can be asked of this field. */
    default boolean canBeUnique() {
        return false;
    }

    /** How values that are as good as the same are told, for look-alikes; empty where they cannot be looked for. */
    default Optional<Likeness> likeness() {
        return Optional.empty();
    }

    /** Whether records are found by it where the definition does not say. */
    default boolean searchedByDefault() {
        return false;
    }

    /** Whether lists are filtered or sorted by it so often that it has an index unasked. */
    default boolean indexedByDefault() {
        return false;
    }

    /** Whether a record can be called by it. */
    default boolean canBeTitle() {
        return false;
    }

    /** The entity whose records the value points to, where it does. */
    default Optional<String> target() {
        return Optional.empty();
    }

    /** The options a value is one of, in their order; empty where the type has none. */
    default List<Option> options() {
        return List.of();
    }

    /** How the value comes about where nobody writes it; empty where people do. */
    default Optional<Computation> computation() {
        return Optional.empty();
    }

    /**
     * This type once it is known what its values are like: a computed field's result. Types that are not computed are
     * what they are.
     */
    default FieldType giving(FieldType result) {
        return this;
    }

    /** What files the value may name, where it names files. */
    default Optional<FileLimits> files() {
        return Optional.empty();
    }

    /** The JSON Schema of the value in requests, for the OpenAPI document. */
    ObjectNode valueSchema();

    /** This type's own properties as the definition's JSON carries them; nothing where it has none. */
    void writeProperties(ObjectNode field);

    /** A name for a value that {@code language} readers know, for messages such as "a number with 2 decimals". */
    String describe(Language language);

    /** A reason why not: see {@link Reading}. */
    default Reading refuse(EntityText why, @Nullable Object... arguments) {
        return Reading.refused(why, arguments);
    }
}
