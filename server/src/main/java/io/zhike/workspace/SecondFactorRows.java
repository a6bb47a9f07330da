package io.zhike.workspace;

import io.zhike.secret.SealedColumn;
import io.zhike.secret.SealedColumns;
import io.zhike.store.SystemSchema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of second factors and of recovery codes, in one transaction. */
final class SecondFactorRows {
    private static final Table<Record> FACTORS = SystemSchema.table("second_factor");
    private static final Table<Record> CODES = SystemSchema.table("recovery_code");

    static final SealedColumn SECRET =
            new SealedColumn(FACTORS, Columns.ACCOUNT, Columns.SECRET, "second_factor.secret");

    private final DSLContext ctx;

    SecondFactorRows(DSLContext ctx) {
        this.ctx = ctx;
    }

    @Component("workspace.sealed")
    static final class Sealed implements SealedColumns {
        @Override
        public List<SealedColumn> all() {
            return List.of(SECRET);
        }
    }

    /**
     * A second factor.
     *
     * @param sealed the secret
     * @param confirmedAt null until a first code was right
     * @param lastStep up to which no code counts any more
     * @param failures wrong codes since the last right one
     */
    record Row(String sealed, @Nullable Instant confirmedAt, long lastStep, int failures) {}

    Optional<Row> find(UUID account) {
        return ctx.select(Columns.SECRET, Columns.CONFIRMED_AT, Columns.LAST_STEP, Columns.FAILURES)
                .from(FACTORS)
                .where(Columns.ACCOUNT.eq(account))
                .fetchOptional(row -> new Row(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** As {@link #find}, locked until the transaction ends: of two who send one code, one comes first. */
    Optional<Row> locked(UUID account) {
        return ctx.select(Columns.SECRET, Columns.CONFIRMED_AT, Columns.LAST_STEP, Columns.FAILURES)
                .from(FACTORS)
                .where(Columns.ACCOUNT.eq(account))
                .forUpdate()
                .fetchOptional(row -> new Row(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** Begins anew with another secret. */
    void begin(UUID account, String sealed, Instant now) {
        remove(account);
        ctx.insertInto(FACTORS)
                .set(Columns.ACCOUNT, account)
                .set(Columns.SECRET, sealed)
                .set(Columns.BEGUN_AT, now)
                .set(Columns.LAST_STEP, 0L)
                .set(Columns.FAILURES, 0)
                .execute();
    }

    void confirm(UUID account, Instant now) {
        ctx.update(FACTORS)
                .set(Columns.CONFIRMED_AT, now)
                .where(Columns.ACCOUNT.eq(account))
                .execute();
    }

    /** Notes a right code. */
    void right(UUID account, long step) {
        ctx.update(FACTORS)
                .set(Columns.LAST_STEP, step)
                .set(Columns.FAILURES, 0)
                .where(Columns.ACCOUNT.eq(account))
                .execute();
    }

    /** Notes a wrong code. */
    void wrong(UUID account) {
        ctx.update(FACTORS)
                .set(Columns.FAILURES, Columns.FAILURES.plus(1))
                .where(Columns.ACCOUNT.eq(account))
                .execute();
    }

    /** Whether there was one. */
    boolean remove(UUID account) {
        ctx.deleteFrom(CODES).where(Columns.ACCOUNT.eq(account)).execute();
        return ctx.deleteFrom(FACTORS).where(Columns.ACCOUNT.eq(account)).execute() > 0;
    }

    /** Puts other recovery codes in the place of those that were. */
    void setCodes(UUID account, List<byte[]> hashes) {
        ctx.deleteFrom(CODES).where(Columns.ACCOUNT.eq(account)).execute();
        for (byte[] hash : hashes) {
            ctx.insertInto(CODES)
                    .set(Columns.ACCOUNT, account)
                    .set(Columns.HASH, hash)
                    .execute();
        }
    }

    /** Whether there was such a recovery code, which is used up by this. */
    boolean useCode(UUID account, byte[] hash, Instant now) {
        return ctx.update(CODES)
                        .set(Columns.USED_AT, now)
                        .where(Columns.ACCOUNT.eq(account))
                        .and(Columns.HASH.eq(hash))
                        .and(Columns.USED_AT.isNull())
                        .execute()
                == 1;
    }

    int codesLeft(UUID account) {
        return ctx.fetchCount(CODES, Columns.ACCOUNT.eq(account).and(Columns.USED_AT.isNull()));
    }
}
