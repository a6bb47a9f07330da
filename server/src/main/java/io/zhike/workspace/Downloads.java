package io.zhike.workspace;

import io.zhike.sheet.CsvOptions;
import io.zhike.sheet.SheetWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Answers that are tables in a file. */
public final class Downloads {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Downloads() {}

    /**
     * Begins a download; the answer's status is sent with the first rows.
     *
     * @param format {@code csv} or {@code xlsx}; anything else is refused
     * @param name the file's name without its ending
     */
    public static SheetWriter open(HttpServletResponse response, String format, String name, List<String> header)
            throws IOException {
        if (!format.equals("csv") && !format.equals("xlsx")) {
            throw WorkspaceError.BAD_FORMAT.problem(format);
        }
        boolean csv = format.equals("csv");
        response.setContentType(csv ? "text/csv;charset=UTF-8" : XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + format, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        return csv
                ? SheetWriter.csv(response.getOutputStream(), CsvOptions.EXCEL, header)
                : SheetWriter.xlsx(response.getOutputStream(), name, header);
    }
}
