package io.zhike.record.file;

import io.zhike.record.RecordReader;
import io.zhike.workspace.Caller;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who gets files and what is made of them: who may read the field that names one, or the record that one was said about; until
 * then, who sent it.
 */
@Component
class FileAccess {
    private final Files files;
    private final RecordReader reader;

    FileAccess(Files files, RecordReader reader) {
        this.files = files;
        this.reader = reader;
    }

    /** A file whose content the caller may have; one that is not theirs is refused as if it were not there. */
    StoredFile open(Caller caller, UUID id) {
        StoredFile file = files.find(caller.workspace(), id)
                .filter(found -> sees(caller, found))
                .orElseThrow(() -> FileError.FILE_NOT_FOUND.problem(id));
        return switch (file.state()) {
            case READY -> file;
            case HELD -> throw FileError.FILE_HELD.problem(file.name());
            case INFECTED -> throw FileError.FILE_GONE.problem(file.name());
        };
    }

    /** Those of {@code ids} that the caller may know of, in the order of {@code ids}; asks once for each field and record. */
    List<StoredFile> seen(Caller caller, Collection<UUID> ids) {
        Map<UUID, StoredFile> found = new HashMap<>();
        files.find(caller.workspace(), ids).forEach(file -> found.put(file.id(), file));
        Map<StoredFile.Place, Boolean> places = new HashMap<>();
        return ids.stream()
                .distinct()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(file -> file.place()
                        .map(place -> places.computeIfAbsent(place, _ -> sees(caller, place)))
                        .orElseGet(() -> isMine(caller, file)))
                .toList();
    }

    private boolean sees(Caller caller, StoredFile file) {
        return file.place().map(place -> sees(caller, place)).orElseGet(() -> isMine(caller, file));
    }

    private boolean sees(Caller caller, StoredFile.Place place) {
        return switch (place) {
            case StoredFile.Place.InField in -> reader.reads(caller, in.entity(), in.record(), in.field());
            case StoredFile.Place.InComment in ->
                !reader.readable(caller, in.entity(), Set.of(in.record())).isEmpty();
        };
    }

    private static boolean isMine(Caller caller, StoredFile file) {
        return Objects.equals(file.createdBy(), caller.member());
    }
}
