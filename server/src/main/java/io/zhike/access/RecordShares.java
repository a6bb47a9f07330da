package io.zhike.access;

import io.zhike.store.WorkspaceSchema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The shares of single records in one workspace. A record has one with each principal at most. */
public final class RecordShares {
    private static final String NAME = "record_share";
    private static final String RECORD = "record";
    private static final String MADE = "record_at";

    private final WorkspaceSchema schema;
    private final Table<Record> table;
    private final Field<UUID> id;
    private final Field<String> entity;
    private final Field<UUID> record;
    private final Field<OffsetDateTime> made;
    private final Field<String> kind;
    private final Field<UUID> principal;
    private final Field<Boolean> below;
    private final Field<String> level;
    private final Field<LocalDate> until;
    private final Field<UUID> by;
    private final Field<OffsetDateTime> at;

    public RecordShares(WorkspaceSchema schema) {
        this.schema = schema;
        this.table = schema.table(NAME);
        this.id = column("id", SQLDataType.UUID);
        this.entity = column("entity", SQLDataType.CLOB);
        this.record = column(RECORD, SQLDataType.UUID);
        this.made = column(MADE, SQLDataType.TIMESTAMPWITHTIMEZONE);
        this.kind = column("kind", SQLDataType.CLOB);
        this.principal = column("principal", SQLDataType.UUID);
        this.below = column("below", SQLDataType.BOOLEAN);
        this.level = column("level", SQLDataType.CLOB);
        this.until = column("until", SQLDataType.LOCALDATE);
        this.by = column("shared_by", SQLDataType.UUID);
        this.at = column("shared_at", SQLDataType.TIMESTAMPWITHTIMEZONE);
    }

    private <T> Field<T> column(String name, org.jooq.DataType<T> type) {
        return DSL.field(table.getQualifiedName().append(DSL.quotedName(name)), type);
    }

    /** The ids of the records of {@code of} that are shared so on {@code today}: one question to an index. */
    Select<Record1<UUID>> reached(String of, RowScope.Shared with, LocalDate today) {
        return DSL.select(record).from(table).where(gives(of, with, today));
    }

    /** The records of {@link #reached}, each once, as a table in the order in which lists show the newest first. */
    NewestShared newest(String of, RowScope.Shared with, LocalDate today) {
        Name name = DSL.quotedName("s");
        return new NewestShared(
                DSL.selectDistinct(made, record)
                        .from(table)
                        .where(gives(of, with, today))
                        .orderBy(made.desc(), record)
                        .asTable(name),
                DSL.field(name.append(DSL.quotedName(RECORD)), SQLDataType.UUID),
                DSL.field(name.append(DSL.quotedName(MADE)), SQLDataType.TIMESTAMPWITHTIMEZONE));
    }

    private Condition gives(String of, RowScope.Shared with, LocalDate today) {
        Condition named = AmongIds.of(principal, with.audience().all());
        Condition meant = with.audience().above().isEmpty()
                ? DSL.noCondition()
                : DSL.condition(below).or(AmongIds.of(principal, with.audience().direct()));
        return entity.eq(of)
                .and(named)
                .and(meant)
                .and(until.isNull().or(until.ge(today)))
                .and(
                        with.level() == ShareLevel.READ
                                ? DSL.noCondition()
                                : level.eq(with.level().code()));
    }

    /** Those of one record, ended ones included, the oldest first. */
    public List<RecordShare> of(DSLContext ctx, String entityCode, UUID ofRecord) {
        return ctx.select(columns())
                .from(table)
                .where(record.eq(ofRecord))
                .and(entity.eq(entityCode))
                .orderBy(at, id)
                .fetch(this::share);
    }

    /** The share of a record with that id, locked. */
    public Optional<RecordShare> locked(DSLContext ctx, String entityCode, UUID ofRecord, UUID share) {
        return ctx.select(columns())
                .from(table)
                .where(id.eq(share))
                .and(record.eq(ofRecord))
                .and(entity.eq(entityCode))
                .forUpdate()
                .fetchOptional(this::share);
    }

    /** The share of a record with that principal, locked. */
    public Optional<RecordShare> lockedWith(DSLContext ctx, UUID ofRecord, UUID with) {
        return ctx.select(columns())
                .from(table)
                .where(record.eq(ofRecord))
                .and(principal.eq(with))
                .forUpdate()
                .fetchOptional(this::share);
    }

    /** Stores a share; one with the same principal becomes like it and keeps its id. */
    public void put(DSLContext ctx, RecordShare share) {
        ctx.insertInto(table)
                .set(id, share.id())
                .set(entity, share.entity())
                .set(record, share.record())
                .set(made, share.made().atOffset(ZoneOffset.UTC))
                .set(kind, share.principal().kind().code())
                .set(principal, share.principal().id())
                .set(below, share.principal().below())
                .set(level, share.level().code())
                .set(until, share.until())
                .set(by, share.by())
                .set(at, share.at().atOffset(ZoneOffset.UTC))
                .onConflict(DSL.field(DSL.quotedName(RECORD)), DSL.field(DSL.quotedName("principal")))
                .doUpdate()
                .set(below, share.principal().below())
                .set(level, share.level().code())
                .set(until, share.until())
                .set(by, share.by())
                .set(at, share.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    public void delete(DSLContext ctx, UUID share) {
        ctx.deleteFrom(table).where(id.eq(share)).execute();
    }

    /** Lets go of all shares of records that go for ever. */
    public void forget(DSLContext ctx, Collection<UUID> records) {
        ctx.deleteFrom(table).where(record.in(records)).execute();
    }

    /** Those with {@code with}, the newest first. */
    public List<RecordShare> with(DSLContext ctx, UUID with, int most) {
        return ctx.select(columns())
                .from(table)
                .where(principal.eq(with))
                .orderBy(at.desc(), id)
                .limit(most)
                .fetch(this::share);
    }

    /** How many there are with {@code with}. */
    public long countWith(DSLContext ctx, UUID with) {
        return ctx.fetchCount(table, principal.eq(with));
    }

    /**
     * What was shared with {@code from} is shared with {@code to}; a record that both had keeps what {@code to} had. Gives how
     * many passed or went.
     */
    public int pass(DSLContext ctx, UUID from, UUID to) {
        Table<Record> others = schema.table(NAME).as("o");
        Field<UUID> otherRecord = DSL.field(DSL.name("o", "record"), SQLDataType.UUID);
        Field<UUID> otherPrincipal = DSL.field(DSL.name("o", "principal"), SQLDataType.UUID);
        int doubled = ctx.deleteFrom(table)
                .where(principal.eq(from))
                .andExists(DSL.selectOne()
                        .from(others)
                        .where(otherRecord.eq(record))
                        .and(otherPrincipal.eq(to)))
                .execute();
        return doubled
                + ctx.update(table).set(principal, to).where(principal.eq(from)).execute();
    }

    private List<Field<?>> columns() {
        return List.of(id, entity, record, made, kind, principal, below, level, until, by, at);
    }

    private RecordShare share(Record row) {
        return new RecordShare(
                row.get(id),
                row.get(entity),
                row.get(record),
                row.get(made).toInstant(),
                new SharePrincipal(
                        SharePrincipal.Kind.find(row.get(kind)).orElseThrow(), row.get(principal), row.get(below)),
                ShareLevel.find(row.get(level)).orElseThrow(),
                row.get(until),
                row.get(by),
                row.get(at).toInstant());
    }
}
