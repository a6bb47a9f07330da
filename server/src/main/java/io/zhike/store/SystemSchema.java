package io.zhike.store;

import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The schema {@code zhike}, which holds what belongs to no workspace. Every name made here is schema-qualified. */
public final class SystemSchema {
    public static final String NAME = "zhike";

    private SystemSchema() {}

    /** The qualified, quoted name of a table, a function or a collation of this schema. */
    public static Name qualify(String object) {
        return DSL.quotedName(NAME, object);
    }

    public static Table<Record> table(String table) {
        return DSL.table(qualify(table));
    }
}
