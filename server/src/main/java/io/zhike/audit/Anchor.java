package io.zhike.audit;

import io.zhike.store.SystemSchema;
import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Where a workspace's chain begins and ends, kept outside its schema.
 *
 * @param baseSeq the last number that was removed when its time was over; 0 for none
 * @param seq the last number given
 */
@SuppressWarnings("ArrayRecordComponent") // compared and copied nowhere
record Anchor(
        WorkspaceSchema schema,
        long baseSeq,
        byte[] baseHash,
        long seq,
        byte[] hash,
        @Nullable Instant sealedAt,
        int keepDays) {
    private static final int USUAL_KEEP_DAYS = 3 * 365;
    private static final Table<Record> TABLE = SystemSchema.table("audit_chain");
    private static final Field<String> SCHEMA = DSL.field(DSL.quotedName("schema_name"), SQLDataType.CLOB);
    private static final Field<Long> BASE_SEQ = DSL.field(DSL.quotedName("base_seq"), SQLDataType.BIGINT);
    private static final Field<byte[]> BASE_HASH = DSL.field(DSL.quotedName("base_hash"), SQLDataType.BLOB);
    private static final Field<Instant> SEALED_AT = DSL.field(DSL.quotedName("sealed_at"), SQLDataType.INSTANT);
    private static final Field<Integer> KEEP_DAYS = DSL.field(DSL.quotedName("keep_days"), SQLDataType.INTEGER);

    /** As it will be made, for a workspace in which nothing was sealed yet. */
    static Anchor ofNothing(WorkspaceSchema schema) {
        byte[] origin = new Links().origin(schema.name());
        return new Anchor(schema, 0, origin, 0, origin, null, USUAL_KEEP_DAYS);
    }

    static Optional<Anchor> find(DSLContext ctx, WorkspaceSchema schema) {
        return select(ctx).where(SCHEMA.eq(schema.name())).fetchOptional(row -> of(schema, row));
    }

    /** The anchor, made where there is none, locked until the transaction ends; empty where another has it. */
    static Optional<Anchor> lockedUnlessBusy(DSLContext ctx, WorkspaceSchema schema) {
        make(ctx, schema);
        return select(ctx)
                .where(SCHEMA.eq(schema.name()))
                .forUpdate()
                .skipLocked()
                .fetchOptional(row -> of(schema, row));
    }

    /** As {@link #lockedUnlessBusy}, waiting for whoever has it. */
    static Anchor locked(DSLContext ctx, WorkspaceSchema schema) {
        make(ctx, schema);
        return of(
                schema, select(ctx).where(SCHEMA.eq(schema.name())).forUpdate().fetchSingle());
    }

    private static void make(DSLContext ctx, WorkspaceSchema schema) {
        byte[] origin = new Links().origin(schema.name());
        boolean there = ctx.fetchExists(TABLE, SCHEMA.eq(schema.name()));
        if (!there) {
            ctx.insertInto(TABLE, SCHEMA, BASE_HASH, AuditRows.HASH, KEEP_DAYS)
                    .values(schema.name(), origin, origin, USUAL_KEEP_DAYS)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    void sealed(DSLContext ctx, long seq, byte[] hash, Instant now) {
        ctx.update(TABLE)
                .set(AuditRows.SEQ, seq)
                .set(AuditRows.HASH, hash)
                .set(SEALED_AT, now)
                .where(SCHEMA.eq(schema.name()))
                .execute();
    }

    void removed(DSLContext ctx, long baseSeq, byte[] baseHash) {
        ctx.update(TABLE)
                .set(BASE_SEQ, baseSeq)
                .set(BASE_HASH, baseHash)
                .where(SCHEMA.eq(schema.name()))
                .execute();
    }

    void keep(DSLContext ctx, int days) {
        ctx.update(TABLE).set(KEEP_DAYS, days).where(SCHEMA.eq(schema.name())).execute();
    }

    private static SelectJoinStep<? extends Record> select(DSLContext ctx) {
        return ctx.select(BASE_SEQ, BASE_HASH, AuditRows.SEQ, AuditRows.HASH, SEALED_AT, KEEP_DAYS)
                .from(TABLE);
    }

    private static Anchor of(WorkspaceSchema schema, Record row) {
        return new Anchor(
                schema,
                row.get(BASE_SEQ),
                row.get(BASE_HASH),
                row.get(AuditRows.SEQ),
                row.get(AuditRows.HASH),
                row.get(SEALED_AT),
                row.get(KEEP_DAYS));
    }
}
