package io.zhike.record;

import io.zhike.entity.Field;
import io.zhike.entity.FileLimits;
import io.zhike.record.file.FileState;
import io.zhike.record.file.FileTable;
import io.zhike.record.file.StoredFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives files to the records that name them. A file belongs to one field of one record; somebody else's file, or one that
 * another record has, is refused as if it were not there.
 */
final class FilePhase implements WritePhase {

    @Override
    public void run(WriteRun run) {
        for (Field field :
                run.entity().fields().where(field -> field.type().files().isPresent())) {
            run.pending(ChangeKind.CREATE, ChangeKind.UPDATE)
                    .filter(write -> write.changes().get(field.code()) != null)
                    .forEach(write -> take(run, write, field));
        }
    }

    private static void take(WriteRun run, PendingWrite write, Field field) {
        Set<UUID> wanted = ids(write.changes().get(field.code()));
        Map<UUID, StoredFile> files = FileTable.lock(run.ctx(), run.schema(), wanted);
        StoredFile.Place here = new StoredFile.Place.InField(run.entity().code(), write.id(), field.code());
        for (UUID id : wanted) {
            StoredFile file = files.get(id);
            if (file == null || !isFree(run, file, here)) {
                write.refuse(field.code(), RecordError.FILE_UNKNOWN, field.label(), id);
                return;
            }
            check(write, field, file);
        }
        if (!write.refused()) {
            FileTable.place(run.ctx(), run.schema(), wanted, here);
        }
    }

    private static boolean isFree(WriteRun run, StoredFile file, StoredFile.Place here) {
        return file.place()
                .map(here::equals)
                .orElseGet(() -> run.caller().isSystem()
                        || Objects.equals(file.createdBy(), run.caller().member()));
    }

    /** What is there already stays, whatever the field takes by now. */
    private static void check(PendingWrite write, Field field, StoredFile file) {
        if (file.state() == FileState.INFECTED) {
            write.refuse(field.code(), RecordError.FILE_HELD_MALWARE, field.label(), file.name());
        }
        if (file.place().isPresent()) {
            return;
        }
        FileLimits limits = field.type().files().orElseThrow();
        String endings = String.join(", ", limits.endings());
        if (!limits.takes(file.name())) {
            write.refuse(field.code(), RecordError.FILE_TYPE, field.label(), file.name(), endings);
        } else if (!limits.endings().isEmpty() && !file.isAsNamed()) {
            write.refuse(field.code(), RecordError.FILE_NOT_AS_NAMED, field.label(), file.name(), endings);
        }
        if (!limits.takes(file.size())) {
            String size = BigDecimal.valueOf(file.size())
                    .divide(BigDecimal.valueOf(FileLimits.MEGABYTE), 1, RoundingMode.UP)
                    .toPlainString();
            write.refuse(
                    field.code(),
                    RecordError.FILE_TOO_LARGE_HERE,
                    field.label(),
                    file.name(),
                    size,
                    limits.megabytes());
        }
    }

    private static Set<UUID> ids(@Nullable Object value) {
        Set<UUID> ids = new HashSet<>();
        switch (value) {
            case UUID id -> ids.add(id);
            case List<?> list -> list.forEach(id -> ids.add((UUID) id));
            case null, default -> {}
        }
        return ids;
    }
}
