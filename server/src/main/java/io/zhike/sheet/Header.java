package io.zhike.sheet;

import java.util.List;

/**
 * Where the column names of a sheet are.
 *
 * @param found whether there is such a row; without one the columns are named by letters
 * @param rowNumber the row's {@link Row#number()}; 0 if not found
 * @param rowsBefore how many rows the cursor gives before the first row of data, the header itself included
 * @param columns unique names, none blank, at least one
 */
public record Header(boolean found, long rowNumber, long rowsBefore, List<String> columns) {

    public Header {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table has at least one column");
        }
    }

    /** How many of {@code rows}, all rows of the sheet, are rows of data; never below 0. */
    public long dataRowsOf(long rows) {
        return Math.max(0, rows - rowsBefore);
    }
}
