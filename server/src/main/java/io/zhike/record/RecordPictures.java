package io.zhike.record;

import io.zhike.record.file.FilePictures;
import io.zhike.workspace.Workspace;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The pictures that fields of records name, for documents that are made of them. */
@Component
public class RecordPictures {
    private final FilePictures pictures;

    RecordPictures(FilePictures pictures) {
        this.pictures = pictures;
    }

    /**
     * A picture as a {@code data:} address; empty where there is none that can be shown. Says nothing about who may see it: ask
     * only for files whose ids were read through the gate.
     *
     * @param pixels how wide it shall be at least, where it can
     */
    public Optional<String> data(Workspace workspace, UUID file, int pixels) {
        return pictures.data(workspace, file, pixels);
    }
}
