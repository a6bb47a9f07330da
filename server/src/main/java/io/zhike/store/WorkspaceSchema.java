package io.zhike.store;

import java.util.regex.Pattern;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The schema that holds all of one workspace, such as {@code w_k3f9a2}. Every name made here is schema-qualified. */
public record WorkspaceSchema(String name) {
    static final Pattern SHAPE = Pattern.compile("w_[a-z0-9]{4,20}");

    public WorkspaceSchema {
        if (!isName(name)) {
            throw new IllegalArgumentException("not the name of a workspace schema: '" + name + "'");
        }
    }

    /** Whether a workspace's schema may have that name. */
    public static boolean isName(String name) {
        return SHAPE.matcher(name).matches();
    }

    /** The qualified, quoted name of a table, an index or a function of this schema. */
    public Name qualify(String object) {
        return DSL.quotedName(name, object);
    }

    public Table<Record> table(String table) {
        return DSL.table(qualify(table));
    }
}
