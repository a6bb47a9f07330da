package io.zhike.record;

import io.zhike.entity.Field;
import io.zhike.record.file.FileTable;
import io.zhike.record.file.StoredFile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        StoredFile.Place here = new StoredFile.Place(run.entity().code(), write.id(), field.code());
        for (UUID id : wanted) {
            Optional<StoredFile> file = Optional.ofNullable(files.get(id));
            boolean mine = file.filter(found -> found.place()
                            .map(here::equals)
                            .orElseGet(() -> run.caller().isSystem()
                                    || java.util.Objects.equals(
                                            found.createdBy(), run.caller().member())))
                    .isPresent();
            if (!mine) {
                write.refuse(field.code(), RecordError.FILE_UNKNOWN, field.label(), id);
                return;
            }
            if (!field.type().files().orElseThrow().takes(file.orElseThrow().name())) {
                write.refuse(
                        field.code(),
                        RecordError.FILE_TYPE,
                        field.label(),
                        file.orElseThrow().name(),
                        String.join(", ", field.type().files().orElseThrow().endings()));
            }
        }
        if (!write.refused()) {
            FileTable.place(run.ctx(), run.schema(), wanted, here);
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
