package io.zhike.record.file;

import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Service;

/** The files of workspaces. Content goes in and out in parts, so that memory does not grow with a file. */
@Service
public class Files {
    /** The largest file taken, in bytes. */
    public static final long MAX_SIZE = 512L << 20;

    private static final int PART = 1 << 20;
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.CLOB);
    private static final Field<String> MEDIA_TYPE = DSL.field(DSL.name("media_type"), SQLDataType.CLOB);
    private static final Field<Long> SIZE = DSL.field(DSL.name("size"), SQLDataType.BIGINT);
    private static final Field<byte[]> SHA256 = DSL.field(DSL.name("sha256"), SQLDataType.BLOB);
    private static final Field<OffsetDateTime> CREATED_AT =
            DSL.field(DSL.name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<UUID> CREATED_BY = DSL.field(DSL.name("created_by"), SQLDataType.UUID);
    private static final Field<String> ENTITY = DSL.field(DSL.name("entity"), SQLDataType.CLOB);
    private static final Field<UUID> RECORD = DSL.field(DSL.name("record"), SQLDataType.UUID);
    private static final Field<String> FIELD = DSL.field(DSL.name("field"), SQLDataType.CLOB);
    private static final Field<UUID> FILE = DSL.field(DSL.name("file"), SQLDataType.UUID);
    private static final Field<Integer> PART_NUMBER = DSL.field(DSL.name("part"), SQLDataType.INTEGER);
    private static final Field<byte[]> CONTENT = DSL.field(DSL.name("content"), SQLDataType.BLOB);

    private final Database database;
    private final Clock clock;

    Files(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Stores what {@code content} gives until it ends; nothing is left behind where it breaks off.
     *
     * @param name as the sender calls it; folders are cut off
     */
    public StoredFile store(Caller caller, String name, InputStream content) {
        String bare = bareName(name);
        try {
            return database.write(ctx -> store(ctx, caller, bare, content));
        } catch (UnreadableContent e) {
            throw FileError.FILE_UNREADABLE.problem(bare);
        }
    }

    private StoredFile store(DSLContext ctx, Caller caller, String name, InputStream content) {
        WorkspaceSchema schema = caller.workspace().schema();
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        MessageDigest digest = sha256();
        byte[] first = read(content);
        if (first.length == 0) {
            throw FileError.FILE_EMPTY.problem(name);
        }
        String mediaType = MediaType.of(first, name);
        ctx.insertInto(schema.table("file"), ID, NAME, MEDIA_TYPE, SIZE, SHA256, CREATED_AT, CREATED_BY)
                .values(id, name, mediaType, 0L, new byte[0], now.atOffset(ZoneOffset.UTC), caller.member())
                .execute();
        long size = 0;
        int number = 0;
        for (byte[] part = first; part.length > 0; part = read(content)) {
            size += part.length;
            if (size > MAX_SIZE) {
                throw FileError.FILE_TOO_LARGE.problem(name, MAX_SIZE >> 20);
            }
            digest.update(part);
            ctx.insertInto(schema.table("file_part"), FILE, PART_NUMBER, CONTENT)
                    .values(id, number++, part)
                    .execute();
        }
        ctx.update(schema.table("file"))
                .set(SIZE, size)
                .set(SHA256, digest.digest())
                .where(ID.eq(id))
                .execute();
        return new StoredFile(id, name, mediaType, size, now, caller.member(), Optional.empty());
    }

    /** The file of that id; empty where there is none. Says nothing about who may see it. */
    public Optional<StoredFile> find(Workspace workspace, UUID id) {
        return database.read(ctx -> ctx.select(ID, NAME, MEDIA_TYPE, SIZE, CREATED_AT, CREATED_BY, ENTITY, RECORD, FIELD)
                .from(workspace.schema().table("file"))
                .where(ID.eq(id))
                .fetchOptional(Files::file));
    }

    /** Writes the content of a file to {@code out}, part by part. */
    public void copy(Workspace workspace, UUID id, OutputStream out) throws IOException {
        for (int number = 0; ; number++) {
            byte[] part = part(workspace, id, number);
            if (part == null) {
                return;
            }
            out.write(part);
        }
    }

    /** A copy of the file on this node's disk, for readers that need to go back and forth. The caller deletes it. */
    public Path copyToDisk(Workspace workspace, UUID id) throws IOException {
        Path copy = java.nio.file.Files.createTempFile("zhike-", ".upload");
        try (OutputStream out = java.nio.file.Files.newOutputStream(copy)) {
            copy(workspace, id, out);
        }
        return copy;
    }

    private byte @org.jspecify.annotations.Nullable [] part(Workspace workspace, UUID id, int number) {
        return database.read(ctx -> ctx.select(CONTENT)
                .from(workspace.schema().table("file_part"))
                .where(FILE.eq(id).and(PART_NUMBER.eq(number)))
                .fetchOne(CONTENT));
    }

    private static StoredFile file(Record row) {
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

    private static byte[] read(InputStream content) {
        try {
            return content.readNBytes(PART);
        } catch (IOException e) {
            throw new UnreadableContent(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String bareName(String name) {
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (bare.isEmpty()) {
            return "file";
        }
        return bare.length() > 200 ? bare.substring(bare.length() - 200) : bare;
    }

    /** The sender went away in the middle. */
    private static final class UnreadableContent extends RuntimeException {
        UnreadableContent(IOException cause) {
            super(cause);
        }
    }
}
