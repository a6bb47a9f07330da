package io.zhike.workspace.audit;

import io.zhike.audit.AuditCatalog;
import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditFilter;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditReader;
import io.zhike.audit.AuditWord;
import io.zhike.audit.StoredEntry;
import io.zhike.message.Language;
import io.zhike.sheet.Cell;
import io.zhike.sheet.SheetWriter;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Downloads;
import io.zhike.workspace.PeopleAction;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The log as a table in a file, streamed; that it was made is told in the log. */
@Component
class AuditExport {
    private final Database database;
    private final AuditReader reader;
    private final AuditCatalog catalog;
    private final Clock clock;

    AuditExport(Database database, AuditReader reader, AuditCatalog catalog, Clock clock) {
        this.database = database;
        this.reader = reader;
        this.catalog = catalog;
        this.clock = clock;
    }

    void write(Caller caller, AuditFilter filter, String format, HttpServletResponse response) throws IOException {
        Language language = caller.language();
        boolean zh = language == Language.ZH;
        SheetWriter writer = Downloads.open(response, format, zh ? "审计日志" : "audit-log", header(zh));
        long[] rows = new long[1];
        try {
            reader.all(caller.workspace().schema(), filter, entry -> {
                write(writer, cells(entry, caller.workspace().zone(), language));
                rows[0]++;
            });
            writer.close();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            tell(caller, filter, format, rows[0]);
        }
    }

    /** Told of a file that broke off too: its rows have left. */
    private void tell(Caller caller, AuditFilter filter, String format, long rows) {
        AuditEntry entry = AuditEntry.of(PeopleAction.LOG_EXPORTED)
                .with(AuditWord.ROWS, rows)
                .with(AuditWord.FORMAT, format)
                .with(AuditWord.FILTER, filter.said());
        database.writing(ctx -> AuditLog.record(ctx, caller.workspace().schema(), clock.instant(), entry));
    }

    private static void write(SheetWriter writer, List<Cell> cells) {
        try {
            writer.write(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> header(boolean zh) {
        return zh
                ? List.of("编号", "时间", "操作", "内容", "成员", "方式", "来源", "地址", "对象", "对象编号", "详情", "修改", "校验值")
                : List.of(
                        "Number",
                        "Time",
                        "Action",
                        "What was done",
                        "Member",
                        "Way",
                        "Via",
                        "Address",
                        "Object",
                        "Object id",
                        "Details",
                        "Changes",
                        "Hash");
    }

    private List<Cell> cells(StoredEntry entry, ZoneId zone, Language language) {
        Long seq = entry.seq();
        byte[] hash = entry.hash();
        return List.of(
                seq == null ? Cell.BLANK : new Cell.Number(BigDecimal.valueOf(seq)),
                new Cell.DateTime(LocalDateTime.ofInstant(entry.at(), zone).truncatedTo(ChronoUnit.SECONDS)),
                text(catalog.label(entry.action(), language)),
                text(catalog.sentence(entry, language)),
                text(entry.name()),
                text(catalog.origin(entry.origin(), language)),
                text(entry.via()),
                text(entry.address()),
                text(entry.title()),
                text(entry.object()),
                text(catalog.facts(entry, language).stream()
                        .map(fact -> fact.label() + "=" + fact.value())
                        .collect(Collectors.joining("; "))),
                text(catalog.changes(entry, language).stream()
                        .map(change -> change.label() + ": " + said(change.before()) + " → " + said(change.after()))
                        .collect(Collectors.joining("; "))),
                text(hash == null ? null : HexFormat.of().formatHex(hash)));
    }

    private static String said(@Nullable String value) {
        return value == null ? "-" : value;
    }

    private static Cell text(@Nullable String text) {
        return text == null ? Cell.BLANK : SheetWriter.text(text);
    }
}
