package io.zhike.workspace;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What administrators chose for the whole workspace and that is no definition: a text for each name. */
final class WorkspaceSettings {
    private static final String TABLE = "workspace_setting";
    private static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.CLOB);
    private static final Field<String> VALUE = DSL.field(DSL.name("value"), SQLDataType.CLOB);

    private WorkspaceSettings() {}

    /** Empty where nobody chose. */
    static Optional<String> find(DSLContext ctx, Workspace workspace, String name) {
        return ctx.select(VALUE)
                .from(workspace.schema().table(TABLE))
                .where(NAME.eq(name))
                .fetchOptional(VALUE);
    }

    static void remove(DSLContext ctx, Workspace workspace, String name) {
        ctx.deleteFrom(workspace.schema().table(TABLE)).where(NAME.eq(name)).execute();
    }

    static void put(DSLContext ctx, Workspace workspace, String name, String value) {
        ctx.insertInto(workspace.schema().table(TABLE), NAME, VALUE)
                .values(name, value)
                .onConflict(NAME)
                .doUpdate()
                .set(VALUE, value)
                .execute();
    }
}
