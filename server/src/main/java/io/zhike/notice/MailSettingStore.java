package io.zhike.notice;

import io.zhike.secret.SealedColumn;
import io.zhike.secret.Secrets;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.SealedInWorkspace;
import io.zhike.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The mail settings of a workspace; the password is sealed for the workspace's id. */
final class MailSettingStore {
    private static final String TABLE = "mail_setting";
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<String> HOST = DSL.field(DSL.name("host"), SQLDataType.CLOB);
    private static final Field<Integer> PORT = DSL.field(DSL.name("port"), SQLDataType.INTEGER);
    private static final Field<String> SECURITY = DSL.field(DSL.name("security"), SQLDataType.CLOB);
    private static final Field<String> ACCOUNT = DSL.field(DSL.name("account"), SQLDataType.CLOB);
    private static final Field<String> PASSWORD = DSL.field(DSL.name("password"), SQLDataType.CLOB);
    private static final Field<String> SENDER = DSL.field(DSL.name("sender"), SQLDataType.CLOB);
    private static final Field<Instant> CHANGED_AT = DSL.field(DSL.name("changed_at"), SQLDataType.INSTANT);

    private static final List<Field<?>> READ = List.of(HOST, PORT, SECURITY, ACCOUNT, PASSWORD, SENDER);

    private final DSLContext ctx;
    private final Workspace workspace;
    private final Secrets secrets;
    private final Table<Record> table;

    MailSettingStore(DSLContext ctx, Workspace workspace, Secrets secrets) {
        this.ctx = ctx;
        this.workspace = workspace;
        this.secrets = secrets;
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
        return new SealedColumn(schema.table(TABLE), ID, PASSWORD, "mail_setting.password");
    }

    /** Empty where there is no server. */
    Optional<MailSettings> find() {
        return ctx.select(READ).from(table).where(ID.eq(workspace.id())).fetchOptional(row -> {
            String sealed = row.get(PASSWORD);
            MailServer server = new MailServer(
                    row.get(HOST),
                    row.get(PORT),
                    MailServer.Security.valueOf(row.get(SECURITY)),
                    row.get(ACCOUNT),
                    sealed == null ? null : secrets.open(sealed(workspace.schema()), workspace.id(), sealed));
            return new MailSettings(server, row.get(SENDER));
        });
    }

    void put(MailSettings settings, Instant now) {
        MailServer server = settings.server();
        String password = server.password();
        String sealed =
                password == null ? null : secrets.seal(ctx, sealed(workspace.schema()), workspace.id(), password);
        ctx.deleteFrom(table).execute();
        ctx.insertInto(table)
                .set(ID, workspace.id())
                .set(HOST, server.host())
                .set(PORT, server.port())
                .set(SECURITY, server.security().name())
                .set(ACCOUNT, server.account())
                .set(PASSWORD, sealed)
                .set(SENDER, settings.from())
                .set(CHANGED_AT, now)
                .execute();
    }

    void remove() {
        ctx.deleteFrom(table).execute();
    }
}
