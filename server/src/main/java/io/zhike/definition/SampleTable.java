package io.zhike.definition;

import java.util.List;

/**
 * Sample records of one entity, as a file holds them: values are texts as a person writes them into a spreadsheet, an
 * empty text is blank. A relation is given by the title of the record it points to, an option by its code or its label, a
 * date as {@code 2026-11-22}, a point in time as {@code 2026-11-22 14:30} in the workspace's zone.
 *
 * @param columns codes of fields
 */
public record SampleTable(String entity, List<String> columns, List<List<String>> rows) {

    /** Every row has as many values as there are columns. */
    public SampleTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of '" + entity + "' has " + row.size() + " values for " + columns.size() + " columns");
            }
        }
    }
}
