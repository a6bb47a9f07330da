package io.zhike.record.transfer;

import io.zhike.access.Access;
import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.ValueContext;
import io.zhike.record.ListParameters;
import io.zhike.record.ReadColumn;
import io.zhike.record.ReadRecord;
import io.zhike.record.RecordAction;
import io.zhike.record.RecordAudit;
import io.zhike.record.RecordQuery;
import io.zhike.record.RecordReader;
import io.zhike.sheet.SheetWriter;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Downloads;
import io.zhike.workspace.Members;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists as files: all rows of them, streamed. */
@RestController
@RequestMapping("/api/v1/exports")
class ExportApi {
    private static final String FORMAT = "format";

    private final Database database;
    private final Clock clock;
    private final Imports imports;
    private final Access access;
    private final RecordReader reader;
    private final Members members;

    ExportApi(Database database, Clock clock, Imports imports, Access access, RecordReader reader, Members members) {
        this.database = database;
        this.clock = clock;
        this.imports = imports;
        this.access = access;
        this.reader = reader;
        this.members = members;
    }

    /** The parameters are those of a list without its pages, and {@code format}: {@code csv} or {@code xlsx}. */
    @GetMapping("/{entity}")
    void export(
            Caller caller,
            @PathVariable String entity,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        EntityDefinition found = imports.entity(caller, entity);
        if (!access.of(caller).on(entity).mayExport()) {
            throw ImportError.EXPORT_FORBIDDEN.problem(found.label());
        }
        if (members.isLeaving(caller)) {
            throw ImportError.EXPORT_WHILE_LEAVING.problem();
        }
        RecordQuery.Rows query = ListParameters.whole(entity, parameters, Set.of(FORMAT));
        String format = parameters.getOrDefault(FORMAT, "csv");
        String name = found.label().in(caller.language());
        ValueContext context = new ValueContext(caller.workspace().zone(), caller.language());
        Sink sink = new Sink(columns -> Downloads.open(response, format, name, columns), context);
        try {
            reader.stream(caller, query, sink::begin);
            sink.close();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (sink.begun()) {
                tell(caller, found, query, format, sink.rows);
            }
        }
    }

    /** Told of a file that broke off too: its rows have left. */
    private void tell(Caller caller, EntityDefinition entity, RecordQuery.Rows query, String format, long rows) {
        AuditEntry about = RecordAudit.about(RecordAction.RECORDS_EXPORTED, caller, entity)
                .with(AuditWord.ROWS, rows)
                .with(AuditWord.FORMAT, format);
        AuditEntry entry =
                RecordAudit.found(about, query.from().where(), query.from().search());
        database.writing(ctx -> AuditLog.record(ctx, caller.workspace().schema(), clock.instant(), entry));
    }

    private interface Opening {
        SheetWriter open(List<String> header) throws IOException;
    }

    /**
     * Opens the file when the query is known to be sound, and writes record after record. A file that breaks off in the
     * middle is never closed, so that nobody takes it for a whole one.
     */
    private static final class Sink {
        private final Opening opening;
        private final ValueContext context;
        private @Nullable SheetWriter writer;
        private long rows;

        Sink(Opening opening, ValueContext context) {
            this.opening = opening;
            this.context = context;
        }

        Consumer<ReadRecord> begin(List<ReadColumn> columns) {
            ExportCells cells = new ExportCells(columns, context);
            try {
                SheetWriter opened = opening.open(cells.header());
                writer = opened;
                return record -> {
                    write(opened, cells, record);
                    rows++;
                };
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void write(SheetWriter writer, ExportCells cells, ReadRecord record) {
            try {
                writer.write(cells.of(record));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean begun() {
            return writer != null;
        }

        void close() throws IOException {
            if (writer != null) {
                writer.close();
            }
        }
    }
}
