package io.zhike.entity.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a field is in its table.
 *
 * @param columns none for what is computed or kept elsewhere
 * @param key where the column points to records
 * @param links where the values are pairs in a table of their own
 */
record FieldShape(
        String code,
        List<ColumnShape> columns,
        List<IndexShape> indexes,
        @Nullable KeyShape key,
        @Nullable LinkShape links) {

    FieldShape {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
    }

    /** A table of pairs. */
    record LinkShape(String table, String target) {}

    boolean stored() {
        return !columns.isEmpty() || links != null;
    }

    /** Whether data kept in this shape is data in the other: same columns, same target. */
    boolean holdsLike(FieldShape other) {
        return columns.equals(other.columns)
                && java.util.Objects.equals(links, other.links)
                && java.util.Objects.equals(
                        key == null ? null : key.target(), other.key == null ? null : other.key.target());
    }

    List<IndexShape> plainIndexes() {
        return indexes.stream().filter(index -> !index.unique()).toList();
    }

    List<IndexShape> uniqueIndexes() {
        return indexes.stream().filter(IndexShape::unique).toList();
    }
}
