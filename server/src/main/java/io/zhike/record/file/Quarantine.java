package io.zhike.record.file;

import io.zhike.store.Database;
import io.zhike.workspace.Workspace;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps files from people until they have been examined for malware. */
@Component
final class Quarantine {
    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final Database database;
    private final FileScanner scanner;
    private final ScanSettings settings;

    Quarantine(Database database, FileScanner scanner, ScanSettings settings) {
        this.database = database;
        this.scanner = scanner;
        this.settings = settings;
    }

    boolean isOn() {
        return settings.isOn();
    }

    /** What files begin as. */
    FileState begin() {
        return isOn() ? FileState.HELD : FileState.READY;
    }

    /**
     * Examines a file that was just sent in. What is infected is removed and refused; what cannot be examined is refused, held
     * or taken, as is set.
     */
    StoredFile examine(Workspace workspace, StoredFile file) {
        if (!isOn()) {
            return file;
        }
        return switch (scan(workspace, file)) {
            case FileScanner.Verdict.Clean _ -> release(workspace, file);
            case FileScanner.Verdict.Infected(String what) -> {
                LOG.warn(
                        "Malware {} in file {} ('{}') of workspace {}, sent by member {}; it is not kept",
                        what,
                        file.id(),
                        file.name(),
                        workspace.id(),
                        file.createdBy());
                remove(workspace, file.id());
                throw FileError.FILE_INFECTED.problem(file.name(), what);
            }
            case FileScanner.Verdict.Unknown(String why) -> unexamined(workspace, file, why);
        };
    }

    private StoredFile unexamined(Workspace workspace, StoredFile file, String why) {
        LOG.error(
                "File {} ('{}') of workspace {} could not be examined for malware: {}",
                file.id(),
                file.name(),
                workspace.id(),
                why);
        return switch (settings.unreachable()) {
            case HOLD -> file;
            case ACCEPT -> release(workspace, file);
            case REFUSE -> {
                remove(workspace, file.id());
                throw FileError.FILE_NOT_EXAMINED.problem(file.name());
            }
        };
    }

    /**
     * Examines what is still held, the oldest first, until the scanner does not answer.
     *
     * @return how many have been decided about
     */
    int examineHeld(Workspace workspace, int most) {
        List<StoredFile> held = database.read(ctx -> ctx.select(FileTable.SHOWN)
                .from(table(workspace))
                .where(FileTable.STATE.eq(FileState.HELD.code()))
                .orderBy(FileTable.CREATED_AT)
                .limit(most)
                .fetch(FileTable::file));
        int decided = 0;
        for (StoredFile file : held) {
            switch (scan(workspace, file)) {
                case FileScanner.Verdict.Clean _ -> release(workspace, file);
                case FileScanner.Verdict.Infected(String what) -> condemn(workspace, file, what);
                case FileScanner.Verdict.Unknown(String why) -> {
                    LOG.warn("Held files of workspace {} wait on: {}", workspace.id(), why);
                    return decided;
                }
            }
            decided++;
        }
        return decided;
    }

    private FileScanner.Verdict scan(Workspace workspace, StoredFile file) {
        return scanner.scan(out -> FileParts.copy(database, workspace, file.id(), out));
    }

    private StoredFile release(Workspace workspace, StoredFile file) {
        database.writing(ctx -> set(ctx, workspace, file.id(), FileState.READY));
        return file.as(FileState.READY);
    }

    /** A record may name it, so its name stays and says what happened. */
    private void condemn(Workspace workspace, StoredFile file, String what) {
        LOG.warn(
                "Malware {} in file {} ('{}') of workspace {}; its content is removed",
                what,
                file.id(),
                file.name(),
                workspace.id());
        database.writing(ctx -> {
            set(ctx, workspace, file.id(), FileState.INFECTED);
            ctx.deleteFrom(workspace.schema().table("file_part"))
                    .where(FileTable.FILE.eq(file.id()))
                    .execute();
        });
    }

    private static void set(DSLContext ctx, Workspace workspace, UUID file, FileState state) {
        ctx.update(table(workspace))
                .set(FileTable.STATE, state.code())
                .where(FileTable.ID.eq(file).and(FileTable.STATE.eq(FileState.HELD.code())))
                .execute();
    }

    private void remove(Workspace workspace, UUID file) {
        database.writing(ctx ->
                ctx.deleteFrom(table(workspace)).where(FileTable.ID.eq(file)).execute());
    }

    private static Table<Record> table(Workspace workspace) {
        return workspace.schema().table("file");
    }
}
