package io.zhike.record.transfer;

import io.zhike.message.Issue;
import io.zhike.message.MessageCode;
import io.zhike.record.RecordValues;
import io.zhike.sheet.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of the file on its way to becoming a record: its values, the texts still to be looked up, and what is wrong. */
final class ImportRow {
    private final long position;
    private final Row row;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<String, List<String>> lookups = new LinkedHashMap<>();
    private final List<Issue> issues = new ArrayList<>(0);

    /** @param position how many data rows stand before it in the file */
    ImportRow(long position, Row row) {
        this.position = position;
        this.row = row;
    }

    long position() {
        return position;
    }

    Row row() {
        return row;
    }

    void set(String field, @Nullable Object value) {
        values.put(field, value);
    }

    @Nullable
    Object get(String field) {
        return values.get(field);
    }

    RecordValues values() {
        return RecordValues.of(values);
    }

    /** Keeps the texts of a relation until the records they name are looked up. */
    void lookUp(String field, List<String> texts) {
        lookups.put(field, texts);
    }

    /** The texts that name the records of a relation; empty where the cell is blank. */
    List<String> lookups(String field) {
        return lookups.getOrDefault(field, List.of());
    }

    boolean refused() {
        return !issues.isEmpty();
    }

    List<Issue> issues() {
        return issues;
    }

    void refuse(String field, MessageCode code, Object... arguments) {
        issues.add(Issue.at(field, code, arguments));
    }

    void refuse(Issue issue) {
        issues.add(issue);
    }
}
