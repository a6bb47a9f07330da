package io.zhike.notice;

import io.zhike.notice.MailServer.Security;
import io.zhike.secret.SealedColumn;
import io.zhike.secret.Secrets;
import io.zhike.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** A mail server as columns of a table that has one row, whose id is the workspace's; the password is sealed for it. */
final class MailServerColumns {
    static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<String> HOST = DSL.field(DSL.name("host"), SQLDataType.CLOB);
    private static final Field<Integer> PORT = DSL.field(DSL.name("port"), SQLDataType.INTEGER);
    private static final Field<String> SECURITY = DSL.field(DSL.name("security"), SQLDataType.CLOB);
    private static final Field<String> ACCOUNT = DSL.field(DSL.name("account"), SQLDataType.CLOB);
    private static final Field<String> PASSWORD = DSL.field(DSL.name("password"), SQLDataType.CLOB);

    /** What {@link #server} reads. */
    static final List<Field<?>> ALL = List.of(HOST, PORT, SECURITY, ACCOUNT, PASSWORD);

    private final Workspace workspace;
    private final Secrets secrets;
    private final SealedColumn sealed;

    MailServerColumns(Workspace workspace, Secrets secrets, SealedColumn sealed) {
        this.workspace = workspace;
        this.secrets = secrets;
        this.sealed = sealed;
    }

    /** The passwords of {@code table}; see {@link SealedColumn#place}. */
    static SealedColumn sealed(Table<Record> table, String place) {
        return new SealedColumn(table, ID, PASSWORD, place);
    }

    /** @throws io.zhike.message.ProblemException where the key is missing by which the password was sealed */
    MailServer server(Record row) {
        String password = row.get(PASSWORD);
        return new MailServer(
                row.get(HOST),
                row.get(PORT),
                Security.valueOf(row.get(SECURITY)),
                row.get(ACCOUNT),
                password == null ? null : secrets.open(sealed, workspace.id(), password));
    }

    /** What is stored of {@code server} in the transaction of {@code ctx}, the id included. */
    Map<Field<?>, @Nullable Object> values(DSLContext ctx, MailServer server) {
        String password = server.password();
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(ID, workspace.id());
        values.put(HOST, server.host());
        values.put(PORT, server.port());
        values.put(SECURITY, server.security().name());
        values.put(ACCOUNT, server.account());
        values.put(PASSWORD, password == null ? null : secrets.seal(ctx, sealed, workspace.id(), password));
        return values;
    }
}
