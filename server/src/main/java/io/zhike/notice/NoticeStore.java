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

/** The notices of a workspace. Their keys sort by the time they were told. */
final class NoticeStore {
    /** Of a count: more are not counted. */
    static final int MOST_COUNTED = 1_000;

    private static final int AT_ONCE = 1_000;
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<UUID> MEMBER = DSL.field(DSL.name("member"), SQLDataType.UUID);
    private static final Field<String> KEY = DSL.field(DSL.name("key"), SQLDataType.CLOB);
    private static final Field<String> TOPIC = DSL.field(DSL.name("topic"), SQLDataType.CLOB);
    private static final Field<String> TITLE = DSL.field(DSL.name("title"), SQLDataType.CLOB);
    private static final Field<String> BODY = DSL.field(DSL.name("body"), SQLDataType.CLOB);
    private static final Field<String> QUOTE = DSL.field(DSL.name("quote"), SQLDataType.CLOB);
    private static final Field<UUID> SAID_BY = DSL.field(DSL.name("said_by"), SQLDataType.UUID);
    private static final Field<String> ENTITY = DSL.field(DSL.name("entity"), SQLDataType.CLOB);
    private static final Field<UUID> RECORD = DSL.field(DSL.name("record"), SQLDataType.UUID);
    private static final Field<UUID> TODO = DSL.field(DSL.name("todo"), SQLDataType.UUID);
    private static final Field<Boolean> SHOWN = DSL.field(DSL.name("shown"), SQLDataType.BOOLEAN);
    private static final Field<Instant> AT = DSL.field(DSL.name("at"), SQLDataType.INSTANT);
    private static final Field<Instant> READ_AT = DSL.field(DSL.name("read_at"), SQLDataType.INSTANT);

    private static final List<Field<?>> READ =
            List.of(ID, MEMBER, TOPIC, TITLE, BODY, QUOTE, SAID_BY, ENTITY, RECORD, TODO, SHOWN, AT, READ_AT);

    private final DSLContext ctx;
    private final Table<Record> table;

    NoticeStore(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.table = schema.table("notice");
    }

    /** @param key of what is told */
    record Keyed(String key, Notice notice) {}

    /** Tells what was not told before, a thousand by one statement; gives the ids of what is new. */
    Set<UUID> add(List<Keyed> notices) {
        Set<UUID> added = new HashSet<>();
        for (int from = 0; from < notices.size(); from += AT_ONCE) {
            added.addAll(insert(notices.subList(from, Math.min(notices.size(), from + AT_ONCE))));
        }
        return added;
    }

    private Set<UUID> insert(List<Keyed> notices) {
        InsertValuesStepN<Record> insert = ctx.insertInto(table)
                .columns(List.of(ID, MEMBER, KEY, TOPIC, TITLE, BODY, QUOTE, SAID_BY, ENTITY, RECORD, TODO, SHOWN, AT));
        for (Keyed each : notices) {
            Notice notice = each.notice();
            insert = insert.values(
                    notice.id(),
                    notice.member(),
                    each.key(),
                    notice.topic().name(),
                    notice.title(),
                    notice.text(),
                    notice.quote(),
                    notice.by(),
                    notice.about().map(About::entity).orElse(null),
                    notice.about().map(About::record).orElse(null),
                    notice.todo(),
                    notice.shown(),
                    notice.at());
        }
        return insert.onConflictDoNothing().returning(ID).fetchSet(ID);
    }

    /** Those shown to {@code member} that were told before {@code before}, the newest first. */
    List<Notice> of(UUID member, boolean unread, @Nullable UUID before, int limit) {
        return ctx.select(READ)
                .from(table)
                .where(MEMBER.eq(member), SHOWN.isTrue(), unread ? READ_AT.isNull() : DSL.noCondition())
                .and(before == null ? DSL.noCondition() : ID.lt(before))
                .orderBy(ID.desc())
                .limit(limit)
                .fetch(NoticeStore::notice);
    }

    List<Notice> find(Collection<UUID> ids) {
        return ctx.select(READ).from(table).where(ID.in(ids)).orderBy(ID).fetch(NoticeStore::notice);
    }

    /** At most {@link #MOST_COUNTED}. */
    int unread(UUID member) {
        return ctx.fetchCount(DSL.selectOne()
                .from(table)
                .where(MEMBER.eq(member), SHOWN.isTrue(), READ_AT.isNull())
                .limit(MOST_COUNTED));
    }

    /** Marks as read what is not yet; {@code ids} empty for all. Gives how many. */
    int read(UUID member, Optional<Collection<UUID>> ids, Instant now) {
        Condition which = ids.map(some -> ID.in(some)).orElse(DSL.noCondition());
        return ctx.update(table)
                .set(READ_AT, now)
                .where(MEMBER.eq(member), READ_AT.isNull(), which)
                .execute();
    }

    /** Marks as read what tells of a to-do that is done; gives to whom that was told. */
    Set<UUID> readOf(UUID todo, UUID member, Instant now) {
        return ctx.update(table)
                .set(READ_AT, now)
                .where(MEMBER.eq(member), TODO.eq(todo), READ_AT.isNull())
                .returning(MEMBER)
                .fetchSet(MEMBER);
    }

    /** Forgets what was read and told before {@code read}, and all that was told before {@code all}. */
    int forget(Instant read, Instant all, int limit) {
        return ctx.deleteFrom(table)
                .where(ID.in(DSL.select(ID)
                        .from(table)
                        .where(AT.lt(all).or(AT.lt(read).and(READ_AT.isNotNull())))
                        .limit(limit)))
                .execute();
    }

    List<Notice> ofAll(String entity, Collection<UUID> records) {
        return ctx.select(READ)
                .from(table)
                .where(RECORD.in(records), ENTITY.eq(entity))
                .orderBy(ID)
                .fetch(NoticeStore::notice);
    }

    void deleteOf(String entity, Collection<UUID> records) {
        ctx.deleteFrom(table).where(RECORD.in(records), ENTITY.eq(entity)).execute();
    }

    private static Notice notice(Record row) {
        UUID record = row.get(RECORD);
        return new Notice(
                row.get(ID),
                row.get(MEMBER),
                Topic.valueOf(row.get(TOPIC)),
                row.get(TITLE),
                row.get(BODY),
                row.get(QUOTE),
                row.get(SAID_BY),
                record == null ? Optional.empty() : Optional.of(new About(row.get(ENTITY), record)),
                row.get(TODO),
                row.get(SHOWN),
                row.get(AT),
                row.get(READ_AT) != null);
    }
}
