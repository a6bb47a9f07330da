package io.zhike.backup;

import java.util.List;

/**
 * One schema: the statements that make it.
 *
 * @param before what has to be there for the rows: functions, collations, tables
 * @param tables those that hold rows, partitions instead of what they are parts of
 * @param after what is quicker made once the rows are there: keys, indexes, comments
 */
record SchemaPart(String schema, List<String> before, List<TablePart> tables, List<String> after) {
    SchemaPart {
        before = List.copyOf(before);
        tables = List.copyOf(tables);
        after = List.copyOf(after);
    }

    /**
     * A table with rows of its own.
     *
     * @param columns those that are stored and not computed, in the order of the rows
     * @param transactions which of them hold numbers of transactions
     * @param left whether its rows are left out
     */
    record TablePart(String name, List<String> columns, List<String> transactions, boolean left) {
        TablePart {
            columns = List.copyOf(columns);
            transactions = List.copyOf(transactions);
        }
    }
}
