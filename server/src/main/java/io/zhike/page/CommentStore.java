package io.zhike.page;

import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The comments of a workspace. Their keys sort by the time they were made. */
final class CommentStore {
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<String> ENTITY = DSL.field(DSL.name("entity"), SQLDataType.CLOB);
    private static final Field<UUID> RECORD = DSL.field(DSL.name("record"), SQLDataType.UUID);
    private static final Field<UUID> AUTHOR = DSL.field(DSL.name("author"), SQLDataType.UUID);
    private static final Field<String> BODY = DSL.field(DSL.name("body"), SQLDataType.CLOB);
    private static final Field<UUID[]> MENTIONS = DSL.field(DSL.name("mentions"), SQLDataType.UUID.array());
    private static final Field<OffsetDateTime> CREATED_AT =
            DSL.field(DSL.name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<OffsetDateTime> EDITED_AT =
            DSL.field(DSL.name("edited_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final DSLContext ctx;
    private final Table<Record> table;

    CommentStore(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.table = schema.table("comment");
    }

    void add(Comment comment) {
        ctx.insertInto(table)
                .set(ID, comment.id())
                .set(ENTITY, comment.entity())
                .set(RECORD, comment.record())
                .set(AUTHOR, comment.author())
                .set(BODY, comment.body())
                .set(MENTIONS, comment.mentions().toArray(UUID[]::new))
                .set(CREATED_AT, comment.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Those of a record that were made before {@code before}, the newest first. */
    List<Comment> of(String entity, UUID record, @Nullable UUID before, int limit) {
        return newest(RECORD.eq(record).and(ENTITY.eq(entity)), before, limit);
    }

    /** All of records, the oldest first. */
    List<Comment> ofAll(String entity, Collection<UUID> records) {
        return ctx.selectFrom(table)
                .where(RECORD.in(records))
                .and(ENTITY.eq(entity))
                .orderBy(ID)
                .fetch(CommentStore::comment);
    }

    /** Those that speak to {@code member} and were made before {@code before}, the newest first. */
    List<Comment> mentioning(UUID member, @Nullable UUID before, int limit) {
        return newest(MENTIONS.contains(new UUID[] {member}), before, limit);
    }

    private List<Comment> newest(Condition which, @Nullable UUID before, int limit) {
        return ctx.selectFrom(table)
                .where(which)
                .and(before == null ? DSL.noCondition() : ID.lt(before))
                .orderBy(ID.desc())
                .limit(limit)
                .fetch(CommentStore::comment);
    }

    Optional<Comment> find(UUID id) {
        return ctx.selectFrom(table).where(ID.eq(id)).fetchOptional(CommentStore::comment);
    }

    void edit(UUID id, String body, Set<UUID> mentions, Instant at) {
        ctx.update(table)
                .set(BODY, body)
                .set(MENTIONS, mentions.toArray(UUID[]::new))
                .set(EDITED_AT, at.atOffset(ZoneOffset.UTC))
                .where(ID.eq(id))
                .execute();
    }

    void delete(UUID id) {
        ctx.deleteFrom(table).where(ID.eq(id)).execute();
    }

    void deleteOf(String entity, Collection<UUID> records) {
        ctx.deleteFrom(table).where(RECORD.in(records)).and(ENTITY.eq(entity)).execute();
    }

    private static Comment comment(Record row) {
        return new Comment(
                row.get(ID),
                row.get(ENTITY),
                row.get(RECORD),
                row.get(AUTHOR),
                row.get(BODY),
                Set.of(row.get(MENTIONS)),
                row.get(CREATED_AT).toInstant(),
                Optional.ofNullable(row.get(EDITED_AT)).map(OffsetDateTime::toInstant));
    }
}
