package io.zhike.record.file;

import io.zhike.store.Database;
import io.zhike.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Small pictures of files: each is made when it is first asked for, and kept; also that it cannot be made. */
@Component
final class Thumbnails {
    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
    private static final Field<String> SIZE = DSL.field(DSL.name("size"), SQLDataType.CLOB);

    /** Larger files are not looked into. */
    private static final long LARGEST = 64L << 20;

    /** Each takes some tens of megabytes while it is made. */
    private static final int AT_ONCE = 2;

    private final Semaphore room = new Semaphore(AT_ONCE, true);
    private final Database database;
    private final Files files;

    Thumbnails(Database database, Files files) {
        this.database = database;
        this.files = files;
    }

    /** Kept or just made; empty where the file gives none. Says nothing about who may see it. */
    Optional<Picture.Made> of(Workspace workspace, StoredFile file, ThumbnailSize size) {
        if (!file.isPicture() || file.size() > LARGEST) {
            return Optional.empty();
        }
        return find(workspace, file.id(), size).orElseGet(() -> {
            room.acquireUninterruptibly();
            try {
                return find(workspace, file.id(), size).orElseGet(() -> made(workspace, file, size));
            } finally {
                room.release();
            }
        });
    }

    /** Empty where it was not yet tried; else what came of it. */
    private Optional<Optional<Picture.Made>> find(Workspace workspace, UUID file, ThumbnailSize size) {
        return database.read(ctx -> ctx.select(FileTable.MEDIA_TYPE, FileTable.CONTENT)
                .from(table(workspace))
                .where(FileTable.FILE.eq(file).and(SIZE.eq(size.code())))
                .fetchOptional(row -> Optional.ofNullable(row.get(FileTable.CONTENT))
                        .map(content -> new Picture.Made(row.get(FileTable.MEDIA_TYPE), content))));
    }

    private Optional<Picture.Made> made(Workspace workspace, StoredFile file, ThumbnailSize size) {
        Path copy = files.copyToDisk(workspace, file.id(), file.name());
        try {
            Picture.Made made = Picture.smaller(copy, size.side());
            keep(workspace, file.id(), size, made);
            return Optional.of(made);
        } catch (Picture.Unreadable e) {
            LOG.info("No picture of file {} of workspace {}: {}", file.id(), workspace.id(), e.getMessage());
            keep(workspace, file.id(), size, null);
            return Optional.empty();
        } finally {
            delete(copy);
        }
    }

    /** Nothing where the file has gone meanwhile. */
    private void keep(Workspace workspace, UUID file, ThumbnailSize size, Picture.@Nullable Made made) {
        database.writing(ctx -> {
            boolean there = ctx.fetchExists(DSL.selectOne()
                    .from(workspace.schema().table("file"))
                    .where(FileTable.ID.eq(file))
                    .forKeyShare());
            if (there) {
                ctx.insertInto(table(workspace), FileTable.FILE, SIZE, FileTable.MEDIA_TYPE, FileTable.CONTENT)
                        .values(
                                file,
                                size.code(),
                                made == null ? MediaType.UNKNOWN : made.mediaType(),
                                made == null ? null : made.content())
                        .onConflictDoNothing()
                        .execute();
            }
        });
    }

    private static void delete(Path copy) {
        try {
            java.nio.file.Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table<Record> table(Workspace workspace) {
        return workspace.schema().table("file_preview");
    }
}
