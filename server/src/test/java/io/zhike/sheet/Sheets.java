package io.zhike.sheet;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhike.message.MessageCode;
import io.zhike.message.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Makes small files and reads whole ones, for tests. */
final class Sheets {
    private Sheets() {}

    static Path write(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path folder, String name, String content, Charset charset) {
        return write(folder, name, content.getBytes(charset));
    }

    static SheetFile csv(Path folder, String content) {
        return SharedData.open(write(folder, "table.csv", content, StandardCharsets.UTF_8));
    }

    static String firstSheet(SheetFile file) {
        return file.sheets().getFirst().name();
    }

    static List<Row> rows(SheetFile file) {
        return rows(file, firstSheet(file));
    }

    static List<Row> rows(SheetFile file, String sheet) {
        List<Row> rows = new ArrayList<>();
        try (RowCursor cursor = file.rows(sheet)) {
            cursor.forEachRemaining(rows::add);
        }
        return rows;
    }

    /** All cells as texts. */
    static List<List<String>> texts(SheetFile file) {
        return rows(file).stream().map(Sheets::texts).toList();
    }

    static List<String> texts(Row row) {
        return row.cells().stream().map(CellText::of).toList();
    }

    static MessageCode refusal(ThrowingCallable call) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, call);
        return problem == null ? null : problem.message().code();
    }

    static MessageCode why(Cell cell) {
        return ((Cell.Broken) cell).why().code();
    }
}
