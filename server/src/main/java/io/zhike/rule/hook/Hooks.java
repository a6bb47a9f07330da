package io.zhike.rule.hook;

import io.zhike.secret.SealedColumn;
import io.zhike.secret.Secrets;
import io.zhike.store.Ids;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.SealedInWorkspace;
import io.zhike.workspace.Secret;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The addresses of rules: long random secrets behind the name of the workspace. */
@Component
class Hooks {
    static final String ROOT = "/api/v1/hooks/";

    private static final String SCHEMA_PREFIX = "w_";
    private static final String TABLE = "rule_hook";
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<String> RULE = DSL.field(DSL.name("rule"), SQLDataType.CLOB);
    private static final Field<byte[]> HASH = DSL.field(DSL.name("secret_hash"), SQLDataType.BLOB);
    private static final Field<String> SECRET = DSL.field(DSL.name("secret"), SQLDataType.CLOB);
    private static final Field<Instant> CREATED_AT = DSL.field(DSL.name("created_at"), SQLDataType.INSTANT);

    private final Secrets secrets;
    private final Workspaces workspaces;
    private final Clock clock;

    Hooks(Secrets secrets, Workspaces workspaces, Clock clock) {
        this.secrets = secrets;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** The addresses of all workspaces, for when the key of secrets changes. */
    @Component("ruleHooks.sealed")
    static final class Sealed implements SealedInWorkspace {
        @Override
        public SealedColumn column(WorkspaceSchema schema) {
            return sealed(schema);
        }
    }

    private static SealedColumn sealed(WorkspaceSchema schema) {
        return new SealedColumn(table(schema), ID, SECRET, "rule_hook.secret");
    }

    private static Table<Record> table(WorkspaceSchema schema) {
        return schema.table(TABLE);
    }

    /** Which rule an address belongs to. */
    record Found(UUID id, String rule) {}

    /** Empty where there is no such address, or no more. */
    Optional<Found> find(DSLContext ctx, Workspace workspace, String secret) {
        return ctx.select(ID, RULE)
                .from(table(workspace.schema()))
                .where(HASH.eq(Secret.hash(secret)))
                .fetchOptional(row -> new Found(row.value1(), row.value2()));
    }

    /** The workspace that an address names; empty where there is none. */
    Optional<Workspace> workspace(String place) {
        return Optional.of(SCHEMA_PREFIX + place)
                .filter(WorkspaceSchema::isName)
                .flatMap(workspaces::inSchema);
    }

    /** Lets nobody else write by this address until the transaction of {@code ctx} ends. */
    void lock(DSLContext ctx, Workspace workspace, UUID hook) {
        ctx.select(ID)
                .from(table(workspace.schema()))
                .where(ID.eq(hook))
                .forUpdate()
                .fetch();
    }

    /**
     * An address as it is shown.
     *
     * @param path below the address of this installation
     */
    record Shown(String path, Instant createdAt) {}

    /** Empty where the rule has none. */
    Optional<Shown> of(DSLContext ctx, Workspace workspace, String rule) {
        return ctx.select(ID, SECRET, CREATED_AT)
                .from(table(workspace.schema()))
                .where(RULE.eq(rule))
                .fetchOptional(row -> new Shown(
                        path(workspace, secrets.open(sealed(workspace.schema()), row.value1(), row.value2())),
                        row.value3()));
    }

    private static String path(Workspace workspace, String secret) {
        return ROOT + workspace.schema().name().substring(SCHEMA_PREFIX.length()) + "/" + secret;
    }

    /** Gives the rule another address; whatever comes to an old one is not taken any more. */
    Shown replace(DSLContext ctx, Workspace workspace, String rule) {
        drop(ctx, workspace, rule);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = Ids.at(now);
        String secret = Secret.token();
        ctx.insertInto(table(workspace.schema()), ID, RULE, HASH, SECRET, CREATED_AT)
                .values(id, rule, Secret.hash(secret), secrets.seal(ctx, sealed(workspace.schema()), id, secret), now)
                .execute();
        return new Shown(path(workspace, secret), now);
    }

    private static void drop(DSLContext ctx, Workspace workspace, String rule) {
        ctx.deleteFrom(table(workspace.schema())).where(RULE.eq(rule)).execute();
    }

    /** Takes the address from a rule, and lets go of what came to it. */
    void forget(DSLContext ctx, Workspace workspace, String rule) {
        drop(ctx, workspace, rule);
        new DeliveryRows(ctx, workspace.schema()).forget(rule);
    }
}
