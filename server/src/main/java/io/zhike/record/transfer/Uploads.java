package io.zhike.record.transfer;

import io.zhike.record.file.FileError;
import io.zhike.record.file.FileState;
import io.zhike.record.file.Files;
import io.zhike.record.file.StoredFile;
import io.zhike.sheet.SheetFile;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Files that people send in to become records; each is seen by who sent it alone. */
@Component
final class Uploads {
    private final Files files;

    Uploads(Files files) {
        this.files = files;
    }

    /** Opens an upload as a spreadsheet for {@code work}. */
    <T> T reading(Caller caller, UUID upload, Function<SheetFile, T> work) {
        StoredFile stored = files.find(caller.workspace(), upload)
                .filter(file -> file.place().isEmpty() && Objects.equals(file.createdBy(), caller.member()))
                .orElseThrow(() -> FileError.FILE_NOT_FOUND.problem(upload));
        if (stored.state() != FileState.READY) {
            throw FileError.FILE_HELD.problem(stored.name());
        }
        return open(caller.workspace(), stored.id(), stored.name(), work);
    }

    /** Opens a file of the workspace for {@code work}, whoever sent it: for work that was allowed before. */
    <T> T open(Workspace workspace, UUID id, String name, Function<SheetFile, T> work) {
        Path copy = files.copyToDisk(workspace, id, name);
        try {
            try (SheetFile file = SheetFile.open(copy, name)) {
                return work.apply(file);
            } finally {
                java.nio.file.Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
