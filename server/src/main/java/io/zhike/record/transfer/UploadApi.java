package io.zhike.record.transfer;

import io.zhike.message.Label;
import io.zhike.record.file.FileError;
import io.zhike.record.file.Files;
import io.zhike.record.file.StoredFile;
import io.zhike.sheet.ColumnGuess;
import io.zhike.sheet.Dialect;
import io.zhike.sheet.Header;
import io.zhike.sheet.RowCursor;
import io.zhike.sheet.SheetFile;
import io.zhike.sheet.SheetInfo;
import io.zhike.workspace.Caller;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Spreadsheets sent in: what they hold, and a new entity made of one. */
@RestController
@RequestMapping("/api/v1/uploads")
class UploadApi {
    private final Files files;
    private final Uploads uploads;
    private final SpreadsheetStart start;

    UploadApi(Files files, Uploads uploads, SpreadsheetStart start) {
        this.files = files;
        this.uploads = uploads;
        this.start = start;
    }

    /** @param encoding null for workbooks, as is the delimiter */
    record View(
            UUID id,
            String name,
            long size,
            String format,
            @Nullable String encoding,
            @Nullable String delimiter,
            List<SheetView> sheets) {}

    /** @param rows about how many rows of data; null where the file does not tell */
    record SheetView(String name, @Nullable Long rows, long headerRow, List<ColumnView> columns) {}

    /** @param type the field type that suits the column */
    record ColumnView(
            String name,
            String code,
            String type,
            boolean required,
            boolean unique,
            int maxLength,
            @Nullable List<String> options,
            List<String> samples) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    View upload(Caller caller, @RequestPart(required = false) @Nullable MultipartFile file) throws IOException {
        if (file == null) {
            throw FileError.FILE_MISSING.problem();
        }
        StoredFile stored = files.store(caller, String.valueOf(file.getOriginalFilename()), file.getInputStream());
        return uploads.reading(caller, stored.id(), sheet -> view(caller, stored, sheet));
    }

    private static View view(Caller caller, StoredFile stored, SheetFile file) {
        Optional<Dialect> dialect = file.dialect();
        List<SheetView> sheets = new ArrayList<>();
        for (SheetInfo info : file.sheets()) {
            if (!info.hidden()) {
                sheets.add(sheet(caller, file, info));
            }
        }
        return new View(
                stored.id(),
                stored.name(),
                stored.size(),
                file.format().name().toLowerCase(java.util.Locale.ROOT),
                dialect.map(found -> found.charset().name()).orElse(null),
                dialect.map(found -> String.valueOf(found.delimiter())).orElse(null),
                sheets);
    }

    private static SheetView sheet(Caller caller, SheetFile file, SheetInfo info) {
        Header header = file.guessHeader(info.name(), caller.language());
        List<ColumnGuess> guesses;
        try (RowCursor rows = file.data(info.name(), header)) {
            guesses = ColumnGuess.of(header, rows);
        }
        List<String> codes = SpreadsheetEntity.codes(guesses);
        List<ColumnView> columns = new ArrayList<>();
        for (int i = 0; i < guesses.size(); i++) {
            columns.add(column(guesses.get(i), codes.get(i)));
        }
        @Nullable
        Long rows = info.estimatedRows().isPresent()
                ? (Long) header.dataRowsOf(info.estimatedRows().getAsLong())
                : null;
        return new SheetView(info.name(), rows, header.rowNumber(), columns);
    }

    private static ColumnView column(ColumnGuess guess, String code) {
        return new ColumnView(
                guess.name(),
                code,
                SpreadsheetEntity.typeOf(guess.shape()),
                guess.required(),
                guess.unique(),
                guess.maxLength(),
                guess.options().isEmpty() ? null : guess.options(),
                guess.samples());
    }

    /**
     * @param app the app it goes into; a new one is made where it is left out
     * @param columns all of the sheet, as guessed, where it is left out
     */
    record NewEntity(
            @Nullable String app,
            @Nullable String sheet,
            @Nullable Long headerRow,
            @Nullable Label label,
            @Nullable String code,
            @Nullable List<NewField> columns) {}

    /** @param skip whether the column becomes no field */
    record NewField(
            String name,
            @Nullable String code,
            @Nullable Label label,
            @Nullable String type,
            @Nullable Boolean skip) {}

    /** @param importId the import that brings the rows in, under way */
    record Started(
            String app,
            String entity,

            @com.fasterxml.jackson.annotation.JsonProperty("import")
            UUID importId) {}

    @PostMapping("/{id}/entity")
    @ResponseStatus(HttpStatus.CREATED)
    Started makeEntity(Caller caller, @PathVariable UUID id, @RequestBody NewEntity wanted) {
        return uploads.reading(caller, id, file -> start.start(caller, id, file, wanted));
    }
}
