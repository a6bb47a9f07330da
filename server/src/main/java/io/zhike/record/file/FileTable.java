package io.zhike.record.file;

import io.zhike.store.WorkspaceSchema;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The tables of files. */
public final class FileTable {
    static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.CLOB);
    static final Field<String> MEDIA_TYPE = DSL.field(DSL.name("media_type"), SQLDataType.CLOB);
    static final Field<Long> SIZE = DSL.field(DSL.name("size"), SQLDataType.BIGINT);
    static final Field<byte[]> SHA256 = DSL.field(DSL.name("sha256"), SQLDataType.BLOB);
    static final Field<OffsetDateTime> CREATED_AT =
            DSL.field(DSL.name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<UUID> CREATED_BY = DSL.field(DSL.name("created_by"), SQLDataType.UUID);
    static final Field<String> ENTITY = DSL.field(DSL.name("entity"), SQLDataType.CLOB);
    static final Field<UUID> RECORD = DSL.field(DSL.name("record"), SQLDataType.UUID);
    static final Field<String> FIELD = DSL.field(DSL.name("field"), SQLDataType.CLOB);
    static final Field<UUID> COMMENT = DSL.field(DSL.name("comment"), SQLDataType.UUID);
    static final Field<String> STATE = DSL.field(DSL.name("state"), SQLDataType.CLOB);
    static final Field<UUID> FILE = DSL.field(DSL.name("file"), SQLDataType.UUID);
    static final Field<Integer> PART_NUMBER = DSL.field(DSL.name("part"), SQLDataType.INTEGER);
    static final Field<byte[]> CONTENT = DSL.field(DSL.name("content"), SQLDataType.BLOB);
    static final List<Field<?>> SHOWN =
            List.of(ID, NAME, MEDIA_TYPE, SIZE, CREATED_AT, CREATED_BY, STATE, ENTITY, RECORD, FIELD, COMMENT);

    private FileTable() {}

    /** The files of {@code ids} that are there, locked for the transaction, so that no two records take one file. */
    public static Map<UUID, StoredFile> lock(DSLContext ctx, WorkspaceSchema schema, Collection<UUID> ids) {
        Map<UUID, StoredFile> found = new HashMap<>();
        ctx.select(SHOWN)
                .from(schema.table("file"))
                .where(ID.in(ids))
                .orderBy(ID)
                .forUpdate()
                .forEach(row -> found.put(row.get(ID), file(row)));
        return found;
    }

    /** Says that the files belong to a record or a comment from now on. */
    public static void place(DSLContext ctx, WorkspaceSchema schema, Collection<UUID> ids, StoredFile.Place place) {
        ctx.update(schema.table("file"))
                .set(ENTITY, place.entity())
                .set(RECORD, place.record())
                .set(FIELD, place instanceof StoredFile.Place.InField in ? in.field() : null)
                .set(COMMENT, place instanceof StoredFile.Place.InComment in ? in.comment() : null)
                .where(ID.in(ids))
                .execute();
    }

    /** The files that came with each of the comments, in the order in which they were sent. */
    public static Map<UUID, List<StoredFile>> ofComments(
            DSLContext ctx, WorkspaceSchema schema, Collection<UUID> comments) {
        Map<UUID, List<StoredFile>> found = new HashMap<>();
        ctx.select(SHOWN)
                .from(schema.table("file"))
                .where(COMMENT.in(comments))
                .orderBy(ID)
                .forEach(row -> found.computeIfAbsent(row.get(COMMENT), _ -> new ArrayList<>())
                        .add(file(row)));
        return found;
    }

    /** The files of a comment go with it. */
    public static void removeOfComment(DSLContext ctx, WorkspaceSchema schema, UUID comment) {
        ctx.deleteFrom(schema.table("file")).where(COMMENT.eq(comment)).execute();
    }

    /** The files of records, those of their comments included, the oldest first. */
    public static List<StoredFile> ofRecords(
            DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        return ctx.select(SHOWN)
                .from(schema.table("file"))
                .where(RECORD.in(records))
                .and(ENTITY.eq(entity))
                .orderBy(ID)
                .fetch(FileTable::file);
    }

    /** The files that lie in those fields of records go for ever. */
    public static void removeOfFields(
            DSLContext ctx,
            WorkspaceSchema schema,
            String entity,
            Collection<UUID> records,
            Collection<String> fields) {
        ctx.deleteFrom(schema.table("file"))
                .where(RECORD.in(records))
                .and(ENTITY.eq(entity))
                .and(FIELD.in(fields))
                .execute();
    }

    static StoredFile file(Record row) {
        return new StoredFile(
                row.get(ID),
                row.get(NAME),
                row.get(MEDIA_TYPE),
                row.get(SIZE),
                row.get(CREATED_AT).toInstant(),
                row.get(CREATED_BY),
                FileState.of(row.get(STATE)),
                Optional.ofNullable(place(row)));
    }

    private static StoredFile.@Nullable Place place(Record row) {
        UUID record = row.get(RECORD);
        if (record == null) {
            return null;
        }
        return row.get(COMMENT) == null
                ? new StoredFile.Place.InField(row.get(ENTITY), record, row.get(FIELD))
                : new StoredFile.Place.InComment(row.get(ENTITY), record, row.get(COMMENT));
    }
}
