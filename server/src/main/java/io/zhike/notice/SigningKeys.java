package io.zhike.notice;

import io.zhike.secret.SealedColumn;
import io.zhike.secret.Secrets;
import io.zhike.store.Ids;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.SealedInWorkspace;
import io.zhike.workspace.Workspace;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * The keys that calls are signed by: one for each source of messages, so that who is called by one rule cannot pretend to be
 * another. Made by the server when the first call, or somebody who wants to see it, needs it.
 */
@Component
public class SigningKeys {
    private static final String TABLE = "signing_key";
    private static final String MARK = "whsec_";
    private static final int BYTES = 32;
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<String> SOURCE = DSL.field(DSL.name("source"), SQLDataType.CLOB);
    private static final Field<String> SECRET = DSL.field(DSL.name("secret"), SQLDataType.CLOB);
    private static final Field<Instant> CREATED_AT = DSL.field(DSL.name("created_at"), SQLDataType.INSTANT);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Secrets secrets;
    private final Clock clock;

    SigningKeys(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The keys of all workspaces, for when the key of secrets changes. */
    @Component("signingKeys.sealed")
    static final class Sealed implements SealedInWorkspace {
        @Override
        public SealedColumn column(WorkspaceSchema schema) {
            return sealed(schema);
        }
    }

    private static SealedColumn sealed(WorkspaceSchema schema) {
        return new SealedColumn(schema.table(TABLE), ID, SECRET, "signing_key.secret");
    }

    /** The key of {@code source}, such as {@code whsec_…}; made where there is none. */
    public String of(DSLContext ctx, Workspace workspace, String source) {
        Table<?> table = workspace.schema().table(TABLE);
        while (true) {
            var found =
                    ctx.select(ID, SECRET).from(table).where(SOURCE.eq(source)).fetchOptional();
            if (found.isPresent()) {
                return secrets.open(
                        sealed(workspace.schema()),
                        found.get().value1(),
                        found.get().value2());
            }
            insert(ctx, workspace, source);
        }
    }

    private void insert(DSLContext ctx, Workspace workspace, String source) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = Ids.at(now);
        ctx.insertInto(workspace.schema().table(TABLE), ID, SOURCE, SECRET, CREATED_AT)
                .values(id, source, secrets.seal(ctx, sealed(workspace.schema()), id, fresh()), now)
                .onConflictDoNothing()
                .execute();
    }

    private static String fresh() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return MARK + Base64.getEncoder().encodeToString(key);
    }

    /** Another key in place of the old one, which signs nothing more, what waits to be tried again included. */
    public String replace(DSLContext ctx, Workspace workspace, String source) {
        forget(ctx, workspace, source);
        return of(ctx, workspace, source);
    }

    /** Lets the key of a source go that is no more. */
    public void forget(DSLContext ctx, Workspace workspace, String source) {
        ctx.deleteFrom(workspace.schema().table(TABLE)).where(SOURCE.eq(source)).execute();
    }

    /** The bytes that a key stands for. */
    static byte[] bytes(String key) {
        return Base64.getDecoder().decode(key.substring(MARK.length()));
    }
}
