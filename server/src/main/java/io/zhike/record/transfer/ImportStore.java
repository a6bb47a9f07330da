package io.zhike.record.transfer;

import io.zhike.store.Database;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table of imports. */
@Component
final class ImportStore {
    static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<UUID> FILE = DSL.field(DSL.name("file"), SQLDataType.UUID);
    private static final Field<String> FILE_NAME = DSL.field(DSL.name("file_name"), SQLDataType.CLOB);
    private static final Field<String> SHEET = DSL.field(DSL.name("sheet"), SQLDataType.CLOB);
    private static final Field<Long> HEADER_ROW = DSL.field(DSL.name("header_row"), SQLDataType.BIGINT);
    private static final Field<String> ENTITY = DSL.field(DSL.name("entity"), SQLDataType.CLOB);
    private static final Field<JSONB> MAPPING = DSL.field(DSL.name("mapping"), SQLDataType.JSONB);
    private static final Field<String[]> MATCH = DSL.field(DSL.name("match"), SQLDataType.CLOB.array());
    private static final Field<String> MODE = DSL.field(DSL.name("mode"), SQLDataType.CLOB);
    private static final Field<String> STATE = DSL.field(DSL.name("state"), SQLDataType.CLOB);
    private static final Field<UUID> ACTOR = DSL.field(DSL.name("actor"), SQLDataType.UUID);
    private static final Field<String> LANGUAGE = DSL.field(DSL.name("language"), SQLDataType.CLOB);
    private static final Field<Long> TOTAL = DSL.field(DSL.name("total_rows"), SQLDataType.BIGINT);
    private static final Field<String> MESSAGE = DSL.field(DSL.name("message"), SQLDataType.CLOB);
    private static final Field<OffsetDateTime> CREATED_AT = time("created_at");
    private static final Field<OffsetDateTime> STARTED_AT = time("started_at");
    private static final Field<OffsetDateTime> FINISHED_AT = time("finished_at");
    private static final List<Field<?>> PLAIN = List.of(
            ID,
            FILE,
            FILE_NAME,
            SHEET,
            HEADER_ROW,
            ENTITY,
            MAPPING,
            MATCH,
            MODE,
            STATE,
            ACTOR,
            LANGUAGE,
            TOTAL,
            MESSAGE,
            CREATED_AT,
            STARTED_AT,
            FINISHED_AT);

    private final Database database;
    private final Clock clock;

    ImportStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private static Field<OffsetDateTime> time(String name) {
        return DSL.field(DSL.name(name), SQLDataType.TIMESTAMPWITHTIMEZONE);
    }

    private static Table<Record> table(WorkspaceSchema schema) {
        return schema.table("import");
    }

    void add(DSLContext ctx, Caller caller, UUID id, ImportPlan plan, OptionalLong total) {
        ctx.insertInto(
                        table(caller.workspace().schema()),
                        ID,
                        FILE,
                        FILE_NAME,
                        SHEET,
                        HEADER_ROW,
                        ENTITY,
                        MAPPING,
                        MATCH,
                        MODE,
                        STATE,
                        ACTOR,
                        LANGUAGE,
                        TOTAL,
                        CREATED_AT)
                .values(
                        id,
                        plan.file(),
                        plan.fileName(),
                        plan.sheet(),
                        plan.headerRow(),
                        plan.entity(),
                        MappingJson.write(plan.mapping()),
                        plan.match().toArray(String[]::new),
                        plan.mode().code(),
                        ImportState.QUEUED.code(),
                        caller.member(),
                        caller.language().name(),
                        total.isPresent() ? (Long) total.getAsLong() : null,
                        now())
                .execute();
    }

    /** The files that imports were made of: their refused rows are read from them at any time. */
    Select<Record1<UUID>> files(WorkspaceSchema schema) {
        return DSL.select(FILE).from(table(schema));
    }

    Optional<ImportStatus> find(WorkspaceSchema schema, UUID id) {
        return database.read(ctx -> ctx.select(PLAIN)
                .select(Tally.FIELDS)
                .from(table(schema))
                .where(ID.eq(id))
                .fetchOptional(ImportStore::status));
    }

    /** The newest first; those of one member, or all where {@code actor} is null. */
    List<ImportStatus> recent(WorkspaceSchema schema, @Nullable UUID actor, int limit) {
        Condition whose = actor == null ? DSL.noCondition() : ACTOR.eq(actor);
        return database.read(ctx -> ctx.select(PLAIN)
                .select(Tally.FIELDS)
                .from(table(schema))
                .where(whose)
                .orderBy(CREATED_AT.desc(), ID)
                .limit(limit)
                .fetch(ImportStore::status));
    }

    /** Moves an import to {@code next} if it is in one of {@code from}; whether it was. */
    boolean move(DSLContext ctx, WorkspaceSchema schema, UUID id, List<ImportState> from, ImportState next) {
        return ctx.update(table(schema))
                        .set(STATE, next.code())
                        .set(
                                STARTED_AT,
                                next == ImportState.RUNNING ? DSL.coalesce(STARTED_AT, DSL.val(now())) : STARTED_AT)
                        .set(FINISHED_AT, isOver(next) ? DSL.val(now()) : DSL.castNull(FINISHED_AT))
                        .set(MESSAGE, DSL.castNull(MESSAGE))
                        .where(ID.eq(id))
                        .and(STATE.in(from.stream().map(ImportState::code).toList()))
                        .execute()
                == 1;
    }

    /** Ends an import that is running; any other stays as it is. */
    void fail(DSLContext ctx, WorkspaceSchema schema, UUID id, String message) {
        end(ctx, schema, id, ImportState.RUNNING, ImportState.FAILED, message);
    }

    /** Moves an import that is in {@code from} to the end {@code to} and says why. */
    void end(DSLContext ctx, WorkspaceSchema schema, UUID id, ImportState from, ImportState to, String message) {
        ctx.update(table(schema))
                .set(STATE, to.code())
                .set(MESSAGE, message)
                .set(FINISHED_AT, now())
                .where(ID.eq(id))
                .and(STATE.eq(from.code()))
                .execute();
    }

    /** @param read how many rows are behind it */
    record Progress(ImportState state, long read) {}

    /** Locks the import for the running transaction and tells how far it is. */
    Progress lock(DSLContext ctx, WorkspaceSchema schema, UUID id) {
        Record row = ctx.select(STATE, Tally.READ)
                .from(table(schema))
                .where(ID.eq(id))
                .forUpdate()
                .fetchSingle();
        return new Progress(ImportState.of(row.get(STATE)), row.get(Tally.READ));
    }

    /** Adds what a chunk did. */
    void count(DSLContext ctx, WorkspaceSchema schema, UUID id, Tally tally) {
        tally.addTo(ctx.update(table(schema)), ID.eq(id));
    }

    private static boolean isOver(ImportState state) {
        return switch (state) {
            case DONE, CANCELLED, FAILED, UNDONE, UNDO_FAILED -> true;
            case QUEUED, RUNNING, PAUSED, UNDOING -> false;
        };
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ImportStatus status(Record row) {
        ImportPlan plan = new ImportPlan(
                row.get(FILE),
                row.get(FILE_NAME),
                row.get(SHEET),
                row.get(HEADER_ROW),
                row.get(ENTITY),
                MappingJson.read(row.get(MAPPING)),
                Arrays.asList(row.get(MATCH)),
                ImportMode.of(row.get(MODE)));
        @Nullable Long total = row.get(TOTAL);
        Tally tally = Tally.of(row);
        return new ImportStatus(
                row.get(ID),
                plan,
                ImportState.of(row.get(STATE)),
                row.get(ACTOR),
                row.get(LANGUAGE),
                total == null ? OptionalLong.empty() : OptionalLong.of(total),
                tally,
                Optional.ofNullable(row.get(MESSAGE)),
                row.get(CREATED_AT).toInstant(),
                Optional.ofNullable(row.get(STARTED_AT)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.get(FINISHED_AT)).map(OffsetDateTime::toInstant));
    }
}
