package io.zhike.record.file;

import io.zhike.record.RecordReader;
import io.zhike.workspace.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Files over HTTP: sent in before a record names them, handed out to who may read the field that does. */
@RestController
@RequestMapping("/api/v1/files")
class FileApi {
    private final Files files;
    private final RecordReader reader;

    FileApi(Files files, RecordReader reader) {
        this.files = files;
        this.reader = reader;
    }

    /** @param type what the content was found to be */
    record View(UUID id, String name, long size, String type) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    View store(Caller caller, @RequestPart(required = false) @Nullable MultipartFile file) throws IOException {
        if (file == null) {
            throw FileError.FILE_MISSING.problem();
        }
        StoredFile stored = files.store(caller, String.valueOf(file.getOriginalFilename()), file.getInputStream());
        return new View(stored.id(), stored.name(), stored.size(), stored.mediaType());
    }

    @GetMapping("/{id}")
    ResponseEntity<StreamingResponseBody> content(Caller caller, @PathVariable UUID id) {
        StoredFile file = files.find(caller.workspace(), id)
                .filter(found -> sees(caller, found))
                .orElseThrow(() -> FileError.FILE_NOT_FOUND.problem(id));
        boolean shown = io.zhike.record.file.MediaType.safeToShow(file.mediaType());
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.size())
                .body(out -> files.copy(caller.workspace(), id, out));
    }

    private boolean sees(Caller caller, StoredFile file) {
        return file.place()
                .map(place -> reader.reads(caller, place.entity(), place.record(), place.field()))
                .orElseGet(() -> Objects.equals(file.createdBy(), caller.member()));
    }
}
