package io.zhike.record;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What a document says of records. What the caller may not read has no column.
 *
 * @param records in no order
 */
public record Facts(List<ReadColumn> columns, List<ReadRecord> records) {
    private static final String SENTENCE = "=";

    public Facts {
        columns = List.copyOf(columns);
        records = List.copyOf(records);
    }

    /** The column of a field's path; empty where the caller may not read it, or where it leads nowhere. */
    public OptionalInt path(String path) {
        return column(path);
    }

    /** The column of what a sentence of the language gives; empty where it is none for the caller. */
    public OptionalInt sentence(String text) {
        return column(name(text));
    }

    private OptionalInt column(String name) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equals(name))
                .findFirst();
    }

    /** What the column of a sentence is called, so that none is taken for a field's. */
    static String name(String sentence) {
        return SENTENCE + sentence;
    }
}
