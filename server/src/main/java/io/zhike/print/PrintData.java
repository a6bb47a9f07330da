package io.zhike.print;

import io.zhike.record.Facts;
import io.zhike.record.ReadColumn;
import io.zhike.record.ReadRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a template needs of records, read as one person.
 *
 * @param records in the order in which they are printed
 * @param rows the records that belong to them, by the place of the table in the document
 * @param unread the places whose values the person may not read
 */
record PrintData(Facts facts, List<ReadRecord> records, Map<String, Rows> rows, Set<Unread> unread) {
    PrintData {
        records = List.copyOf(records);
        rows = Map.copyOf(rows);
    }

    /** @param what the path, sentence or list that stands at the place */
    record Unread(String place, String what) {}

    /**
     * The rows of one table, for all records.
     *
     * @param columns what was read, without what may not be
     * @param of by the record that they belong to
     */
    record Rows(List<ReadColumn> columns, Map<UUID, List<ReadRecord>> of) {
        static final Rows NONE = new Rows(List.of(), Map.of());
    }
}
