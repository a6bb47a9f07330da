package io.zhike.record.file;

import io.zhike.store.WorkspaceSchema;
import java.time.OffsetDateTime;
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
    static final Field<UUID> FILE = DSL.field(DSL.name("file"), SQLDataType.UUID);
    static final Field<Integer> PART_NUMBER = DSL.field(DSL.name("part"), SQLDataType.INTEGER);
    static final Field<byte[]> CONTENT = DSL.field(DSL.name("content"), SQLDataType.BLOB);
    static final List<Field<?>> SHOWN =
            List.of(ID, NAME, MEDIA_TYPE, SIZE, CREATED_AT, CREATED_BY, ENTITY, RECORD, FIELD);

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

    /** Says that the files belong to a field of a record from now on. */
    public static void place(DSLContext ctx, WorkspaceSchema schema, Collection<UUID> ids, StoredFile.Place place) {
        ctx.update(schema.table("file"))
                .set(ENTITY, place.entity())
                .set(RECORD, place.record())
                .set(FIELD, place.field())
                .where(ID.in(ids))
                .execute();
    }

    static StoredFile file(Record row) {
        Optional<StoredFile.Place> place = row.get(RECORD) == null
                ? Optional.empty()
                : Optional.of(new StoredFile.Place(row.get(ENTITY), row.get(RECORD), row.get(FIELD)));
        return new StoredFile(
                row.get(ID),
                row.get(NAME),
                row.get(MEDIA_TYPE),
                row.get(SIZE),
                row.get(CREATED_AT).toInstant(),
                row.get(CREATED_BY),
                place);
    }
}
