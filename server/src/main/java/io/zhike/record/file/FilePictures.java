package io.zhike.record.file;

import io.zhike.workspace.Workspace;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Pictures of files as parts of documents. */
@Component
public final class FilePictures {
    private final Files files;
    private final Thumbnails thumbnails;

    FilePictures(Files files, Thumbnails thumbnails) {
        this.files = files;
        this.thumbnails = thumbnails;
    }

    /**
     * A picture of a file as a {@code data:} address, upright; empty where the file is none that can be shown, is held or gone.
     * Says nothing about who may see it.
     *
     * @param pixels how wide it shall be at least; it may be less where the file or the largest preview is
     */
    public Optional<String> data(Workspace workspace, UUID id, int pixels) {
        ThumbnailSize size = pixels <= ThumbnailSize.SMALL.side() ? ThumbnailSize.SMALL : ThumbnailSize.LARGE;
        return files.find(workspace, id)
                .filter(file -> file.state() == FileState.READY)
                .flatMap(file -> thumbnails.of(workspace, file, size))
                .map(made -> "data:" + made.mediaType() + ";base64,"
                        + Base64.getEncoder().encodeToString(made.content()));
    }
}
