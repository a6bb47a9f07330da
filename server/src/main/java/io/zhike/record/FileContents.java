package io.zhike.record;

import io.zhike.record.file.Files;
import io.zhike.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The files that fields of records name, for documents that are made of them. */
@Component
public class FileContents {
    private final Files files;

    FileContents(Files files) {
        this.files = files;
    }

    /**
     * All of a file; empty where there is none, or where it is larger than {@code most} bytes. Says nothing about who may see
     * it: ask only for what was read through the gate.
     */
    public Optional<byte[]> read(Workspace workspace, UUID id, long most) {
        return files.find(workspace, id).filter(file -> file.size() <= most).map(file -> {
            ByteArrayOutputStream content = new ByteArrayOutputStream((int) file.size());
            try {
                files.copy(workspace, id, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return content.toByteArray();
        });
    }
}
