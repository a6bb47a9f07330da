package io.zhike.entity.table;

import io.zhike.entity.TableNames;

/** The names of what is kept beside the definitions: in the trash, or not yet in use. */
final class Apart {
    private Apart() {}

    /** A column or a table in the trash. */
    static String name(String of, int turn) {
        return TableNames.fit(TableNames.APART + turn + "_" + of);
    }

    /** The column that a change of type fills. */
    static String coming(String column) {
        return TableNames.fit(TableNames.APART + "new_" + column);
    }

    /** The column that keeps which value {@link #coming} was made from. */
    static String source(String column) {
        return TableNames.fit(TableNames.APART + "was_" + column);
    }
}
