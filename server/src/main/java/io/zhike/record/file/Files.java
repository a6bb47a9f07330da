package io.zhike.record.file;

import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** The files of workspaces. Content goes in and out in parts, so that memory does not grow with a file. */
@Service
public class Files {
    /** The largest file taken, in bytes. */
    public static final long MAX_SIZE = 512L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Files.class);
    private static final int PART = 1 << 20;
    private final Database database;
    private final Clock clock;
    private final FileSettings settings;
    private final Quarantine quarantine;
    private final Path scratch;

    @Autowired
    Files(Database database, Clock clock, FileSettings settings, Quarantine quarantine) {
        this(database, clock, settings, quarantine, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @param scratch where copies are written to */
    Files(Database database, Clock clock, FileSettings settings, Quarantine quarantine, Path scratch) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.quarantine = quarantine;
        this.scratch = scratch;
    }

    /**
     * Stores what {@code content} gives until it ends, and has it examined for malware; nothing is left behind where it breaks
     * off or is refused.
     *
     * @param name as the sender calls it; folders are cut off
     */
    public StoredFile store(Caller caller, String name, InputStream content) {
        String bare = bareName(name);
        try {
            StoredFile stored = database.write(ctx -> store(ctx, caller, bare, content));
            return quarantine.examine(caller.workspace(), stored);
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
        ctx.insertInto(
                        schema.table("file"),
                        FileTable.ID,
                        FileTable.NAME,
                        FileTable.MEDIA_TYPE,
                        FileTable.SIZE,
                        FileTable.SHA256,
                        FileTable.CREATED_AT,
                        FileTable.CREATED_BY,
                        FileTable.STATE)
                .values(
                        id,
                        name,
                        mediaType,
                        0L,
                        new byte[0],
                        now.atOffset(ZoneOffset.UTC),
                        caller.member(),
                        quarantine.begin().code())
                .execute();
        long most = room(ctx, schema, name);
        long size = 0;
        int number = 0;
        for (byte[] part = first; part.length > 0; part = read(content)) {
            size += part.length;
            if (size > settings.maxSize().toBytes()) {
                throw FileError.FILE_TOO_LARGE.problem(
                        name, Sizes.text(settings.maxSize().toBytes()));
            }
            if (size > most) {
                throw FileError.WORKSPACE_FULL.problem(
                        name, Sizes.text(settings.perWorkspace().toBytes()));
            }
            digest.update(part);
            ctx.insertInto(schema.table("file_part"), FileTable.FILE, FileTable.PART_NUMBER, FileTable.CONTENT)
                    .values(id, number++, part)
                    .execute();
        }
        ctx.update(schema.table("file"))
                .set(FileTable.SIZE, size)
                .set(FileTable.SHA256, digest.digest())
                .where(FileTable.ID.eq(id))
                .execute();
        return new StoredFile(id, name, mediaType, size, now, caller.member(), quarantine.begin(), Optional.empty());
    }

    /** How many bytes the workspace has left. Reads the sizes of all its files, where it is limited at all. */
    private long room(DSLContext ctx, WorkspaceSchema schema, String name) {
        long limit = settings.perWorkspace().toBytes();
        if (limit == 0) {
            return Long.MAX_VALUE;
        }
        BigDecimal used = ctx.select(DSL.coalesce(DSL.sum(FileTable.SIZE), BigDecimal.ZERO))
                .from(schema.table("file"))
                .fetchSingle()
                .value1();
        long left = limit - used.longValue();
        if (left <= 0) {
            throw FileError.WORKSPACE_FULL.problem(name, Sizes.text(limit));
        }
        return left;
    }

    /** The largest file that this server takes, in bytes. */
    public long maxSize() {
        return settings.maxSize().toBytes();
    }

    /** The file of that id; empty where there is none. Says nothing about who may see it. */
    public Optional<StoredFile> find(Workspace workspace, UUID id) {
        return find(workspace, List.of(id)).stream().findFirst();
    }

    /** Those of {@code ids} that are there, in no order. Says nothing about who may see them. */
    List<StoredFile> find(Workspace workspace, Collection<UUID> ids) {
        return database.read(ctx -> ctx.select(FileTable.SHOWN)
                .from(workspace.schema().table("file"))
                .where(FileTable.ID.in(ids))
                .fetch(FileTable::file));
    }

    /** Writes the content of a file to {@code out}, part by part. */
    public void copy(Workspace workspace, UUID id, OutputStream out) throws IOException {
        FileParts.copy(database, workspace, id, out);
    }

    /**
     * Removes files that no record has and that came before {@code end}, the oldest first, at most {@code most}.
     *
     * @param wanted the ids of files that are needed nevertheless, as a query
     * @return how many; fewer than {@code most} when none is left
     */
    public int removeUnplaced(Workspace workspace, Instant end, int most, Select<Record1<UUID>> wanted) {
        Table<Record> table = workspace.schema().table("file");
        return database.write(ctx -> {
            Condition unplaced = FileTable.RECORD
                    .isNull()
                    .and(FileTable.CREATED_AT.lt(end.atOffset(ZoneOffset.UTC)))
                    .and(FileTable.ID.notIn(wanted));
            List<UUID> found = ctx.select(FileTable.ID)
                    .from(table)
                    .where(unplaced)
                    .orderBy(FileTable.CREATED_AT)
                    .limit(most)
                    .forUpdate()
                    .skipLocked()
                    .fetch(FileTable.ID);
            // Asked again under the locks: who wanted one at that moment held its lock until then.
            return found.isEmpty()
                    ? 0
                    : ctx.deleteFrom(table)
                            .where(FileTable.ID.in(found))
                            .and(unplaced)
                            .execute();
        });
    }

    /**
     * A copy of the file on this node's disk, for readers that need to go back and forth. The caller deletes it. Where the disk
     * has no room for it, {@code no-room-for-file}, and nothing is left behind.
     *
     * @param name for the message
     */
    public Path copyToDisk(Workspace workspace, UUID id, String name) {
        try {
            Path copy = java.nio.file.Files.createTempFile(scratch, "zhike-", ".upload");
            try (OutputStream out = java.nio.file.Files.newOutputStream(copy)) {
                copy(workspace, id, out);
                return copy;
            } catch (IOException | RuntimeException e) {
                java.nio.file.Files.deleteIfExists(copy);
                throw e;
            }
        } catch (IOException e) {
            LOG.error("No copy of a file could be written to '{}'", scratch, e);
            throw FileError.NO_ROOM_FOR_FILE.problem(name);
        }
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
