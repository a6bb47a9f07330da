package io.zhike.notice;

import io.zhike.secret.SealedColumn;
import io.zhike.secret.Secrets;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.SealedInWorkspace;
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

/** The credentials of a workspace as rows. */
final class CredentialRows {
    private static final String TABLE = "call_credential";
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<String> CODE = DSL.field(DSL.name("code"), SQLDataType.CLOB);
    private static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.CLOB);
    private static final Field<String> ORIGIN = DSL.field(DSL.name("origin"), SQLDataType.CLOB);
    private static final Field<String> SECRET = DSL.field(DSL.name("secret"), SQLDataType.CLOB);
    private static final Field<Instant> CHANGED_AT = DSL.field(DSL.name("changed_at"), SQLDataType.INSTANT);
    private static final List<Field<?>> TOLD = List.of(ID, CODE, NAME, ORIGIN, CHANGED_AT);

    private final DSLContext ctx;
    private final WorkspaceSchema schema;
    private final Secrets secrets;
    private final Table<Record> table;

    CredentialRows(DSLContext ctx, WorkspaceSchema schema, Secrets secrets) {
        this.ctx = ctx;
        this.schema = schema;
        this.secrets = secrets;
        this.table = schema.table(TABLE);
    }

    /** The secrets of all workspaces, for when the key changes. */
    @Component("credentials.sealed")
    static final class Sealed implements SealedInWorkspace {
        @Override
        public SealedColumn column(WorkspaceSchema schema) {
            return sealed(schema);
        }
    }

    private static SealedColumn sealed(WorkspaceSchema schema) {
        return new SealedColumn(schema.table(TABLE), ID, SECRET, "call_credential.secret");
    }

    /** All of them, by name. */
    List<Credential> all() {
        return ctx.select(TOLD).from(table).orderBy(NAME, CODE).fetch(CredentialRows::credential);
    }

    Optional<Credential> find(String code) {
        return ctx.select(TOLD).from(table).where(CODE.eq(code)).fetchOptional(CredentialRows::credential);
    }

    /** The same, which nobody else changes until the end of the transaction. */
    Optional<Credential> locked(String code) {
        return ctx.select(TOLD).from(table).where(CODE.eq(code)).forUpdate().fetchOptional(CredentialRows::credential);
    }

    /**
     * What {@code credential} holds.
     *
     * @throws io.zhike.message.ProblemException where the key is missing by which it was sealed
     */
    Optional<String> secret(Credential credential) {
        return ctx.select(SECRET)
                .from(table)
                .where(ID.eq(credential.id()))
                .fetchOptional(SECRET)
                .map(text -> secrets.open(sealed(schema), credential.id(), text));
    }

    /** False where its code is another's by now. */
    boolean add(Credential credential, String secret) {
        return ctx.insertInto(table)
                        .set(ID, credential.id())
                        .set(CODE, credential.code())
                        .set(NAME, credential.name())
                        .set(ORIGIN, credential.origin())
                        .set(SECRET, secrets.seal(ctx, sealed(schema), credential.id(), secret))
                        .set(CHANGED_AT, credential.changedAt())
                        .onConflict(CODE)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** Changes all but the code. */
    void change(Credential credential) {
        ctx.update(table)
                .set(NAME, credential.name())
                .set(ORIGIN, credential.origin())
                .set(CHANGED_AT, credential.changedAt())
                .where(ID.eq(credential.id()))
                .execute();
    }

    /** Puts another secret in place of the one before. */
    void replace(Credential credential, String secret) {
        ctx.update(table)
                .set(SECRET, secrets.seal(ctx, sealed(schema), credential.id(), secret))
                .where(ID.eq(credential.id()))
                .execute();
    }

    void remove(Credential credential) {
        ctx.deleteFrom(table).where(ID.eq(credential.id())).execute();
    }

    private static Credential credential(Record row) {
        return new Credential(row.get(ID), row.get(CODE), row.get(NAME), row.get(ORIGIN), row.get(CHANGED_AT));
    }
}
