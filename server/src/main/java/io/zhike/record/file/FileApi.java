package io.zhike.record.file;

import io.zhike.http.HttpError;
import io.zhike.http.Page;
import io.zhike.workspace.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Files over HTTP: sent in before a record names them, handed out to who may read the field that does. */
@RestController
@RequestMapping("/api/v1/files")
class FileApi {
    private static final int MOST_ASKED = 200;

    private final Files files;
    private final FileAccess access;
    private final Thumbnails thumbnails;

    FileApi(Files files, FileAccess access, Thumbnails thumbnails) {
        this.files = files;
        this.access = access;
        this.thumbnails = thumbnails;
    }

    /**
     * @param type what the content was found to be
     * @param state whether it may be opened: ready, held or infected
     */
    record View(UUID id, String name, long size, String type, String state) {
        static View of(StoredFile file) {
            return new View(
                    file.id(),
                    file.name(),
                    file.size(),
                    file.mediaType(),
                    file.state().code());
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    View store(Caller caller, @RequestPart(required = false) @Nullable MultipartFile file) throws IOException {
        if (file == null) {
            throw FileError.FILE_MISSING.problem();
        }
        return View.of(files.store(caller, String.valueOf(file.getOriginalFilename()), file.getInputStream()));
    }

    /** Those of the ids that the caller may see; the others are left out, whether they are there or not. */
    @GetMapping
    Page<View> told(Caller caller, @RequestParam(defaultValue = "") List<UUID> ids) {
        if (ids.size() > MOST_ASKED) {
            throw FileError.TOO_MANY_FILES_ASKED.problem(MOST_ASKED);
        }
        return Page.whole(access.seen(caller, ids).stream().map(View::of).toList());
    }

    @GetMapping("/{id}")
    ResponseEntity<StreamingResponseBody> content(Caller caller, @PathVariable UUID id) {
        StoredFile file = access.open(caller, id);
        boolean shown = io.zhike.record.file.MediaType.safeToShow(file.mediaType());
        return answer(file, file.mediaType(), shown)
                .cacheControl(CacheControl.noStore())
                .contentLength(file.size())
                .body(out -> files.copy(caller.workspace(), id, out));
    }

    /** A smaller picture of a picture, upright and without what else the file tells. */
    @GetMapping("/{id}/thumbnail")
    ResponseEntity<byte[]> thumbnail(
            Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "small") String size) {
        ThumbnailSize asked = ThumbnailSize.of(size).orElseThrow(() -> HttpError.WRONG_PARAMETER.problem("size", size));
        StoredFile file = access.open(caller, id);
        Picture.Made made = thumbnails
                .of(caller.workspace(), file, asked)
                .orElseThrow(() -> FileError.NO_PREVIEW.problem(file.name()));
        return answer(file, made.mediaType(), true)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .body(made.content());
    }

    /** Nothing in it runs, whatever it is: no scripts, no frames, and no other type than the one that was found. */
    private static ResponseEntity.BodyBuilder answer(StoredFile file, String mediaType, boolean shown) {
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(mediaType));
    }
}
