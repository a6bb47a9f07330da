package io.zhike.notice;

import io.zhike.secret.SealedColumn;
import io.zhike.secret.Secrets;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.SealedInWorkspace;
import io.zhike.workspace.Workspace;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The mail settings of a workspace; the password is sealed for the workspace's id. */
final class MailSettingStore {
    private static final String TABLE = "mail_setting";
    private static final Field<UUID> ID = MailServerColumns.ID;
    private static final Field<String> SENDER = DSL.field(DSL.name("sender"), SQLDataType.CLOB);
    private static final Field<Instant> CHANGED_AT = DSL.field(DSL.name("changed_at"), SQLDataType.INSTANT);

    private final DSLContext ctx;
    private final Workspace workspace;
    private final MailServerColumns columns;
    private final Table<Record> table;

    MailSettingStore(DSLContext ctx, Workspace workspace, Secrets secrets) {
        this.ctx = ctx;
        this.workspace = workspace;
        this.columns = new MailServerColumns(workspace, secrets, sealed(workspace.schema()));
        this.table = workspace.schema().table(TABLE);
    }

    /** The passwords of all workspaces, for when the key changes. */
    @Component("mailPasswords")
    static final class Sealed implements SealedInWorkspace {
        @Override
        public SealedColumn column(WorkspaceSchema schema) {
            return sealed(schema);
        }
    }

    private static SealedColumn sealed(WorkspaceSchema schema) {
        return MailServerColumns.sealed(schema.table(TABLE), "mail_setting.password");
    }

    /** Empty where there is no server. */
    Optional<MailSettings> find() {
        return ctx.select(MailServerColumns.ALL)
                .select(SENDER)
                .from(table)
                .where(ID.eq(workspace.id()))
                .fetchOptional(row -> new MailSettings(columns.server(row), row.get(SENDER)));
    }

    void put(MailSettings settings, Instant now) {
        Map<Field<?>, @Nullable Object> server = columns.values(ctx, settings.server());
        remove();
        ctx.insertInto(table)
                .set(server)
                .set(SENDER, settings.from())
                .set(CHANGED_AT, now)
                .execute();
    }

    void remove() {
        ctx.deleteFrom(table).execute();
    }
}
