package io.zhike.store;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Texts by what makes them as good as the same; the functions are in the system's schema, so that indexes can hold them. */
public final class Folding {
    private Folding() {}

    /** Small and narrow letters for capital and wide ones. */
    public static Field<String> folded(Field<String> text) {
        return call("folded", text);
    }

    /** Folded, and without what the names of companies differ in: brackets, "Co., Ltd." and its kin, blanks, signs. */
    public static Field<String> bareName(Field<String> text) {
        return call("bare_name", text);
    }

    private static Field<String> call(String function, Field<String> text) {
        return DSL.function(DSL.quotedName(SystemSchema.NAME, function), SQLDataType.CLOB, text);
    }
}
