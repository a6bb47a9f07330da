package io.zhike.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One record of an answer: the values of its columns in their order, and the labels of those that have one. */
public final class ReadRecord {
    private final UUID id;
    private final long number;
    private final int version;
    private final @Nullable Object[] values;
    private final @Nullable Object[] labels;

    ReadRecord(UUID id, long number, int version, @Nullable Object[] values, @Nullable Object[] labels) {
        this.id = id;
        this.number = number;
        this.version = version;
        this.values = values;
        this.labels = labels;
    }

    public UUID id() {
        return id;
    }

    /** The human number of the record. */
    public long number() {
        return number;
    }

    public int version() {
        return version;
    }

    /** The value in a column, as {@link io.zhike.entity.FieldType} says; null where it is blank. */
    public @Nullable Object value(int column) {
        return values[column];
    }

    /** What people call the value: a text, for a list a list of texts and nulls; null where it has no label they may see. */
    public @Nullable Object label(int column) {
        return labels[column];
    }

    /** The label of a single value; null for a list and where there is none. */
    public @Nullable String labelText(int column) {
        return labels[column] instanceof String text ? text : null;
    }

    /** The labels of a list; empty for a single value. */
    public List<?> labelTexts(int column) {
        return labels[column] instanceof List<?> texts ? texts : List.of();
    }
}
