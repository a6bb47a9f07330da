package io.zhike.notice;

import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The to-dos of a workspace. */
final class TodoStore {
    private static final String TABLE = "todo";
    private static final int AT_ONCE = 1_000;

    private static final Field<UUID> ID = uuid("id");
    private static final Field<String> KEY = text("key");
    private static final Field<UUID> ASSIGNEE = uuid("assignee");
    private static final Field<String> TITLE = text("title");
    private static final Field<String> NOTE = text("note");
    private static final Field<String> ENTITY = text("entity");
    private static final Field<UUID> RECORD = uuid("record");
    private static final Field<Instant> DUE = instant("due");
    private static final Field<Instant> REMIND = instant("remind");
    private static final Field<Instant> SNOOZED = instant("snoozed");
    private static final Field<Instant> NEXT_REMINDER = instant("next_reminder");
    private static final Field<Instant> DONE_AT = instant("done_at");
    private static final Field<UUID> DONE_BY = uuid("done_by");
    private static final Field<String> SOURCE = text("source");
    private static final Field<UUID> MADE_BY = uuid("made_by");
    private static final Field<UUID> GIVEN_BY = uuid("given_by");
    private static final Field<Instant> CREATED_AT = instant("created_at");

    private static final List<Field<?>> READ = List.of(
            ID,
            ASSIGNEE,
            TITLE,
            NOTE,
            ENTITY,
            RECORD,
            DUE,
            REMIND,
            SNOOZED,
            NEXT_REMINDER,
            DONE_AT,
            DONE_BY,
            SOURCE,
            MADE_BY,
            GIVEN_BY,
            CREATED_AT);

    private final DSLContext ctx;
    private final Table<Record> table;

    TodoStore(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.table = schema.table(TABLE);
    }

    private static Field<UUID> uuid(String name) {
        return DSL.field(DSL.name(name), SQLDataType.UUID);
    }

    private static Field<String> text(String name) {
        return DSL.field(DSL.name(name), SQLDataType.CLOB);
    }

    private static Field<Instant> instant(String name) {
        return DSL.field(DSL.name(name), SQLDataType.INSTANT);
    }

    /** Makes those whose key is not there yet, a thousand by one statement; gives the ids of those that were made. */
    Set<UUID> add(List<Keyed> todos) {
        Set<UUID> added = new HashSet<>();
        for (int from = 0; from < todos.size(); from += AT_ONCE) {
            added.addAll(insert(todos.subList(from, Math.min(todos.size(), from + AT_ONCE))));
        }
        return added;
    }

    private Set<UUID> insert(List<Keyed> todos) {
        InsertValuesStepN<Record> insert = ctx.insertInto(table)
                .columns(List.of(
                        ID,
                        KEY,
                        ASSIGNEE,
                        TITLE,
                        NOTE,
                        ENTITY,
                        RECORD,
                        DUE,
                        REMIND,
                        NEXT_REMINDER,
                        SOURCE,
                        MADE_BY,
                        GIVEN_BY,
                        CREATED_AT));
        for (Keyed each : todos) {
            Todo todo = each.todo();
            insert = insert.values(
                    todo.id(),
                    each.key(),
                    todo.assignee(),
                    todo.title(),
                    todo.note(),
                    todo.about().map(About::entity).orElse(null),
                    todo.about().map(About::record).orElse(null),
                    todo.due(),
                    todo.remind(),
                    todo.remind(),
                    todo.source(),
                    todo.madeBy(),
                    todo.givenBy(),
                    todo.at());
        }
        return insert.onConflictDoNothing().returning(ID).fetchSet(ID);
    }

    /** @param key null for none */
    record Keyed(@Nullable String key, Todo todo) {}

    Optional<Todo> find(UUID id) {
        return ctx.select(READ).from(table).where(ID.eq(id)).fetchOptional(TodoStore::todo);
    }

    /** As {@link #find}, locked until the transaction ends. */
    Optional<Todo> locked(UUID id) {
        return ctx.select(READ).from(table).where(ID.eq(id)).forUpdate().fetchOptional(TodoStore::todo);
    }

    /** Where a page of open to-dos ended. */
    record End(@Nullable Instant at, UUID id) {}

    /** The open ones of {@code member}: by due date, those without one last. */
    List<Todo> mine(UUID member, Optional<About> about, @Nullable End after, int limit) {
        return ctx.select(READ)
                .from(table)
                .where(ASSIGNEE.eq(member), DONE_AT.isNull(), about(about), later(after))
                .orderBy(DUE.asc().nullsLast(), ID)
                .limit(limit)
                .fetch(TodoStore::todo);
    }

    private static Condition later(@Nullable End after) {
        if (after == null) {
            return DSL.noCondition();
        }
        Instant due = after.at();
        return due == null
                ? DUE.isNull().and(ID.gt(after.id()))
                : DUE.isNull().or(DUE.gt(due)).or(DUE.eq(due).and(ID.gt(after.id())));
    }

    /** The open ones that {@code member} gave to others, the newest first. */
    List<Todo> given(UUID member, Optional<About> about, @Nullable End after, int limit) {
        return ctx.select(READ)
                .from(table)
                .where(MADE_BY.eq(member).or(GIVEN_BY.eq(member)), ASSIGNEE.ne(member), DONE_AT.isNull(), about(about))
                .and(after == null ? DSL.noCondition() : ID.lt(after.id()))
                .orderBy(ID.desc())
                .limit(limit)
                .fetch(TodoStore::todo);
    }

    /** Those that are done and concern {@code member}, the last first. */
    List<Todo> done(UUID member, Optional<About> about, @Nullable End after, int limit) {
        Condition concerns = ASSIGNEE.eq(member).or(MADE_BY.eq(member)).or(GIVEN_BY.eq(member));
        return ctx.select(READ)
                .from(table)
                .where(concerns, DONE_AT.isNotNull(), about(about))
                .and(after == null ? DSL.noCondition() : DSL.row(DONE_AT, ID).lt(after.at(), after.id()))
                .orderBy(DONE_AT.desc(), ID.desc())
                .limit(limit)
                .fetch(TodoStore::todo);
    }

    private static Condition about(Optional<About> about) {
        return about.map(one -> RECORD.eq(one.record()).and(ENTITY.eq(one.entity())))
                .orElse(DSL.noCondition());
    }

    /** @param tomorrow when the workspace's day ends */
    TodoCounts counts(UUID member, Instant now, Instant tomorrow) {
        Field<Integer> overdue = DSL.count().filterWhere(DUE.lt(now));
        Field<Integer> today = DSL.count().filterWhere(DUE.ge(now).and(DUE.lt(tomorrow)));
        return ctx.select(DSL.count(), overdue, today)
                .from(table)
                .where(ASSIGNEE.eq(member), DONE_AT.isNull())
                .and(SNOOZED.isNull().or(SNOOZED.le(now)))
                .fetchSingle(row -> new TodoCounts(row.value1(), row.value2(), row.value3()));
    }

    /** Keeps {@code todo} as it is now. */
    void save(Todo todo, @Nullable Instant nextReminder) {
        ctx.update(table)
                .set(ASSIGNEE, todo.assignee())
                .set(TITLE, todo.title())
                .set(NOTE, todo.note())
                .set(DUE, todo.due())
                .set(REMIND, todo.remind())
                .set(SNOOZED, todo.snoozed())
                .set(NEXT_REMINDER, nextReminder)
                .set(DONE_AT, todo.doneAt())
                .set(DONE_BY, todo.doneBy())
                .set(GIVEN_BY, todo.givenBy())
                .where(ID.eq(todo.id()))
                .execute();
    }

    @Nullable
    Instant nextReminder(UUID id) {
        return ctx.select(NEXT_REMINDER).from(table).where(ID.eq(id)).fetchOne(NEXT_REMINDER);
    }

    void delete(UUID id) {
        ctx.deleteFrom(table).where(ID.eq(id)).execute();
    }

    /** A to-do whose assignee is to be reminded, and of which moment. */
    record Due(Todo todo, Instant reminder) {}

    /** Takes up to {@code limit} reminders that are due, the oldest first, so that nobody else does: none is left of them. */
    List<Due> takeReminders(Instant now, int limit) {
        List<Due> due = ctx.select(READ)
                .from(table)
                .where(NEXT_REMINDER.le(now))
                .orderBy(NEXT_REMINDER)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new Due(todo(row), row.get(NEXT_REMINDER)));
        if (!due.isEmpty()) {
            ctx.update(table)
                    .setNull(NEXT_REMINDER)
                    .where(ID.in(due.stream().map(each -> each.todo().id()).toList()))
                    .execute();
        }
        return due.stream().filter(each -> each.todo().open()).toList();
    }

    List<Todo> openOf(UUID member, int limit) {
        return mine(member, Optional.empty(), null, limit);
    }

    int countOpen(UUID member) {
        return ctx.fetchCount(table, ASSIGNEE.eq(member), DONE_AT.isNull());
    }

    /** Passes up to {@code limit} open ones of one member to another; gives how many. */
    int pass(UUID from, UUID to, int limit) {
        return ctx.update(table)
                .set(ASSIGNEE, to)
                .where(ID.in(DSL.select(ID)
                        .from(table)
                        .where(ASSIGNEE.eq(from), DONE_AT.isNull())
                        .orderBy(ID)
                        .limit(limit)))
                .execute();
    }

    /** All about records, the oldest first. */
    List<Todo> ofAll(String entity, Collection<UUID> records) {
        return ctx.select(READ)
                .from(table)
                .where(RECORD.in(records), ENTITY.eq(entity))
                .orderBy(ID)
                .fetch(TodoStore::todo);
    }

    void deleteOf(String entity, Collection<UUID> records) {
        ctx.deleteFrom(table).where(RECORD.in(records), ENTITY.eq(entity)).execute();
    }

    private static Todo todo(Record row) {
        UUID record = row.get(RECORD);
        return new Todo(
                row.get(ID),
                row.get(ASSIGNEE),
                row.get(TITLE),
                row.get(NOTE),
                record == null ? Optional.empty() : Optional.of(new About(row.get(ENTITY), record)),
                row.get(DUE),
                row.get(REMIND),
                row.get(SNOOZED),
                row.get(DONE_AT),
                row.get(DONE_BY),
                row.get(SOURCE),
                row.get(MADE_BY),
                row.get(GIVEN_BY),
                row.get(CREATED_AT));
    }
}
