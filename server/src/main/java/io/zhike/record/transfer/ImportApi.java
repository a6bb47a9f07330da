package io.zhike.record.transfer;

import io.zhike.entity.EntityDefinition;
import io.zhike.http.Page;
import io.zhike.message.Language;
import io.zhike.record.file.FileError;
import io.zhike.record.file.Files;
import io.zhike.record.file.StoredFile;
import io.zhike.sheet.Header;
import io.zhike.sheet.SheetFile;
import io.zhike.sheet.SheetInfo;
import io.zhike.sheet.SheetWriter;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Downloads;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports over HTTP. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Imports imports;
    private final Uploads uploads;
    private final Files files;
    private final RefusedRows refusedRows;

    ImportApi(Imports imports, Uploads uploads, Files files, RefusedRows refusedRows) {
        this.imports = imports;
        this.uploads = uploads;
        this.files = files;
        this.refusedRows = refusedRows;
    }

    /**
     * @param sheet the first one where it is left out
     * @param headerRow guessed where it is left out
     * @param mapping by name of column and label or code of field where it is left out
     * @param mode {@code upsert} with a match key and {@code create} without one where it is left out
     */
    record Request(
            @Nullable UUID upload,
            @Nullable String entity,
            @Nullable String sheet,
            @Nullable Long headerRow,
            @Nullable JsonNode mapping,
            @Nullable List<String> match,
            @Nullable String mode) {}

    record View(
            UUID id,
            String entity,
            String file,
            String sheet,
            String mode,
            List<String> match,
            String state,
            @Nullable Long total,
            long read,
            long created,
            long updated,
            long unchanged,
            long refused,
            long undone,
            long kept,
            @Nullable String message,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {

        static View of(ImportStatus status) {
            Tally tally = status.tally();
            return new View(
                    status.id(),
                    status.plan().entity(),
                    status.plan().fileName(),
                    status.plan().sheet(),
                    status.plan().mode().code(),
                    status.plan().match(),
                    status.state().code(),
                    status.total().isPresent() ? (Long) status.total().getAsLong() : null,
                    tally.read(),
                    tally.created(),
                    tally.updated(),
                    tally.unchanged(),
                    tally.refused(),
                    tally.undone(),
                    tally.kept(),
                    status.message().orElse(null),
                    status.createdAt(),
                    status.startedAt().orElse(null),
                    status.finishedAt().orElse(null));
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    View begin(Caller caller, @RequestBody Request request) {
        UUID upload = request.upload();
        if (upload == null) {
            throw FileError.FILE_MISSING.problem();
        }
        return uploads.reading(caller, upload, file -> begin(caller, request, upload, file));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    View begin(
            Caller caller,
            @RequestPart(required = false) @Nullable MultipartFile file,
            @RequestParam String entity,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable String match,
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable String sheet)
            throws IOException {
        if (file == null) {
            throw FileError.FILE_MISSING.problem();
        }
        StoredFile stored = files.store(caller, String.valueOf(file.getOriginalFilename()), file.getInputStream());
        Request request = new Request(stored.id(), entity, sheet, null, json(mapping), words(match), mode);
        return uploads.reading(caller, stored.id(), opened -> begin(caller, request, stored.id(), opened));
    }

    private View begin(Caller caller, Request request, UUID upload, SheetFile file) {
        EntityDefinition entity = imports.entity(caller, Objects.requireNonNullElse(request.entity(), ""));
        String sheet = request.sheet() == null ? firstSheet(file) : request.sheet();
        Header header = request.headerRow() == null
                ? file.guessHeader(sheet, caller.language())
                : file.headerAt(sheet, request.headerRow(), caller.language());
        Map<String, ColumnTarget> mapping =
                request.mapping() == null || request.mapping().isNull()
                        ? imports.guess(caller, entity, header)
                        : MappingJson.read(request.mapping());
        List<String> match = request.match() == null ? List.of() : request.match();
        ImportPlan plan = new ImportPlan(
                upload, file.name(), sheet, header.rowNumber(), entity.code(), mapping, match, mode(request));
        return View.of(imports.begin(caller, plan, file, header));
    }

    private static ImportMode mode(Request request) {
        if (request.mode() == null) {
            return request.match() == null || request.match().isEmpty() ? ImportMode.CREATE : ImportMode.UPSERT;
        }
        return Arrays.stream(ImportMode.values())
                .filter(mode -> mode.code().equals(request.mode()))
                .findFirst()
                .orElseThrow(() -> ImportError.BAD_MODE.problem(String.valueOf(request.mode())));
    }

    private static String firstSheet(SheetFile file) {
        return file.sheets().stream()
                .filter(sheet -> !sheet.hidden())
                .findFirst()
                .or(() -> file.sheets().stream().findFirst())
                .map(SheetInfo::name)
                .orElseThrow();
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : JSON.readTree(text);
        } catch (JacksonException e) {
            throw ImportError.BAD_MAPPING.problem();
        }
    }

    /** Field codes as a JSON list or with commas between. */
    private static List<String> words(@Nullable String text) {
        List<String> words = new ArrayList<>();
        if (text != null && text.strip().startsWith("[")) {
            JsonNode list = json(text);
            if (list != null) {
                list.forEach(word -> words.add(word.asString()));
            }
        } else if (text != null) {
            Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .forEach(words::add);
        }
        return words;
    }

    @GetMapping
    Page<View> recent(Caller caller) {
        return Page.whole(imports.recent(caller).stream().map(View::of).toList());
    }

    @GetMapping("/{id}")
    View get(Caller caller, @PathVariable UUID id) {
        return View.of(imports.get(caller, id));
    }

    @PostMapping("/{id}/pause")
    View pause(Caller caller, @PathVariable UUID id) {
        return View.of(imports.pause(caller, id));
    }

    @PostMapping("/{id}/resume")
    View resume(Caller caller, @PathVariable UUID id) {
        return View.of(imports.resume(caller, id));
    }

    @PostMapping("/{id}/cancel")
    View cancel(Caller caller, @PathVariable UUID id) {
        return View.of(imports.cancel(caller, id));
    }

    @PostMapping("/{id}/undo")
    View undo(Caller caller, @PathVariable UUID id) {
        return View.of(imports.undo(caller, id));
    }

    /** The refused rows as they stood in the file, with the row's number and the reason in two more columns. */
    @GetMapping("/{id}/refused")
    void refused(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response)
            throws IOException {
        ImportStatus status = imports.get(caller, id);
        ImportPlan plan = status.plan();
        Header header = uploads.open(
                caller.workspace(),
                plan.file(),
                plan.fileName(),
                file -> file.headerAt(plan.sheet(), plan.headerRow(), caller.language()));
        List<String> columns = new ArrayList<>(header.columns());
        boolean chinese = caller.language() == Language.ZH;
        columns.add(chinese ? "原文件行号" : "Row in the file");
        columns.add(chinese ? "退回原因" : "Why it was refused");
        try (SheetWriter writer = Downloads.open(response, format, baseName(plan.fileName()) + "-refused", columns)) {
            refusedRows.write(caller.workspace().schema(), id, header.columns().size(), writer);
        }
    }

    private static String baseName(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
