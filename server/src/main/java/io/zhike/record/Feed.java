package io.zhike.record;

import static io.zhike.record.ChangeRows.AT;
import static io.zhike.record.ChangeRows.ID;
import static io.zhike.record.ChangeRows.TX;

import io.zhike.store.Database;
import io.zhike.store.Transactions;
import io.zhike.store.WorkspaceSchema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The changes of a workspace in an order that no reader can miss: a reader works through whole transactions, all of them
 * older than the oldest one that still runs, and inside such a window by time. So a change whose transaction commits late is
 * still ahead of every reader, and the changes of one record come in their order. Each reader has its own position, which moves
 * in the transaction that handles the changes: at least once, and exactly once for effects inside that transaction.
 */
@Component
public final class Feed {
    /** The channel on which a node tells itself that a workspace's feed has grown; the payload is the name of its schema. */
    public static final String CHANGED = "feed";

    private static final String POSITION = "feed_position";
    private static final Field<String> READER = DSL.field(DSL.name("reader"), SQLDataType.CLOB);
    private static final Field<Long> FROM_TX = DSL.field(DSL.name("from_tx"), SQLDataType.BIGINT);
    private static final Field<Long> UNTIL_TX = DSL.field(DSL.name("until_tx"), SQLDataType.BIGINT);
    private static final Field<Long> HANDLED = DSL.field(DSL.name("handled"), SQLDataType.BIGINT);

    private final Database database;

    public Feed(Database database) {
        this.database = database;
    }

    /** Where a reader stands: inside the transactions from {@code from} up to, not including, {@code until}, after (at, id). */
    private record Position(
            long from,
            long until,
            @Nullable OffsetDateTime at,
            @Nullable UUID id) {

        Condition ahead() {
            Condition window = TX.ge(from).and(TX.lt(until));
            return at == null || id == null
                    ? window
                    : window.and(DSL.row(AT, ID).gt(at, id));
        }
    }

    /**
     * Hands the next changes, at most {@code limit}, to {@code handler} in one transaction and moves the reader on. A reader
     * that is new begins with the first change there is.
     *
     * @return how many were handed over; 0 where there is nothing new, or another node works for this reader right now
     */
    public int advance(WorkspaceSchema schema, String reader, int limit, BiConsumer<DSLContext, List<Change>> handler) {
        enrol(schema, reader);
        return database.write(ctx -> {
            Position position = lock(ctx, schema, reader);
            if (position == null) {
                return 0;
            }
            Result<Record> rows = read(ctx, schema, position, limit);
            if (rows.isEmpty()) {
                position = new Position(
                        position.until(),
                        ctx.select(Transactions.horizon()).fetchSingle().value1(),
                        null,
                        null);
                rows = read(ctx, schema, position, limit);
            }
            if (rows.isEmpty()) {
                return 0;
            }
            handler.accept(ctx, rows.map(StoredChange::of));
            move(ctx, schema, reader, position, rows);
            return rows.size();
        });
    }

    /** Lets a reader go on with the changes of transactions that are not over yet, in the transaction of {@code ctx}. */
    public void skip(DSLContext ctx, WorkspaceSchema schema, String reader) {
        long horizon = ctx.select(Transactions.horizon()).fetchSingle().value1();
        ctx.insertInto(schema.table(POSITION), READER, FROM_TX, UNTIL_TX)
                .values(reader, horizon, horizon)
                .onConflict(READER)
                .doUpdate()
                .set(FROM_TX, horizon)
                .set(UNTIL_TX, horizon)
                .setNull(AT)
                .setNull(ID)
                .execute();
    }

    /** The changes of a record, the oldest first; at most {@code limit}, the newest of them. */
    public List<Change> ofRecord(DSLContext ctx, WorkspaceSchema schema, String entity, UUID record, int limit) {
        return ctx.select(ChangeRows.ALL)
                .from(schema.table(ChangeRows.TABLE))
                .where(ChangeRows.RECORD.eq(record), ChangeRows.ENTITY.eq(entity))
                .orderBy(AT.desc(), ID.desc())
                .limit(limit)
                .fetch(StoredChange::of)
                .reversed();
    }

    /** The changes of an entity's records from {@code from} on, the oldest first, after the change of that time and id. */
    public List<Change> since(
            DSLContext ctx, WorkspaceSchema schema, String entity, OffsetDateTime from, UUID after, int limit) {
        return ctx.select(ChangeRows.ALL)
                .from(schema.table(ChangeRows.TABLE))
                .where(AT.ge(from), DSL.row(AT, ID).gt(from, after), ChangeRows.ENTITY.eq(entity))
                .orderBy(AT, ID)
                .limit(limit)
                .fetch(StoredChange::of);
    }

    /** The records of an entity with a change since {@code from}, at most {@code limit} of them. */
    public List<UUID> touched(DSLContext ctx, WorkspaceSchema schema, String entity, OffsetDateTime from, int limit) {
        return ctx.selectDistinct(ChangeRows.RECORD)
                .from(schema.table(ChangeRows.TABLE))
                .where(AT.ge(from), ChangeRows.ENTITY.eq(entity))
                .limit(limit)
                .fetch(ChangeRows.RECORD);
    }

    private void enrol(WorkspaceSchema schema, String reader) {
        database.read(ctx -> ctx.insertInto(schema.table(POSITION), READER, FROM_TX, UNTIL_TX)
                .values(reader, Transactions.BEFORE_ALL, Transactions.BEFORE_ALL)
                .onConflictDoNothing()
                .execute());
    }

    private static @Nullable Position lock(DSLContext ctx, WorkspaceSchema schema, String reader) {
        return ctx.select(FROM_TX, UNTIL_TX, AT, ID)
                .from(schema.table(POSITION))
                .where(READER.eq(reader))
                .forUpdate()
                .skipLocked()
                .fetchOne(row -> new Position(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private static Result<Record> read(DSLContext ctx, WorkspaceSchema schema, Position position, int limit) {
        return ctx.select(ChangeRows.ALL)
                .from(schema.table(ChangeRows.TABLE))
                .where(position.ahead())
                .orderBy(AT, ID)
                .limit(limit)
                .fetch();
    }

    private static void move(
            DSLContext ctx, WorkspaceSchema schema, String reader, Position position, Result<Record> rows) {
        ctx.update(schema.table(POSITION))
                .set(FROM_TX, position.from())
                .set(UNTIL_TX, position.until())
                .set(AT, rows.getLast().get(AT))
                .set(ID, rows.getLast().get(ID))
                .set(HANDLED, HANDLED.plus((long) rows.size()))
                .where(READER.eq(reader))
                .execute();
    }
}
