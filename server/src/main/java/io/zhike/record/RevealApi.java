package io.zhike.record;

import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.entity.EntityDefinition;
import io.zhike.http.RateLimits;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The value of a masked field of one record, for those who may have it shown; the audit log knows of it before they do. */
@RestController
class RevealApi {
    private final RecordReader reader;
    private final Database database;
    private final Clock clock;
    private final RateLimits limits;

    RevealApi(RecordReader reader, Database database, Clock clock, RateLimits limits) {
        this.reader = reader;
        this.database = database;
        this.clock = clock;
        this.limits = limits;
    }

    /** Which field of the record. */
    record Wanted(@Nullable String field) {}

    /** Answers with the record as if it had that field alone; a value that is blank is told of too. */
    @PostMapping("/api/v1/records/{entity}/{id}/reveal")
    OneRecord reveal(
            Caller caller,
            @PathVariable String entity,
            @PathVariable UUID id,
            @RequestBody Wanted wanted,
            HttpServletResponse response) {
        Lens lens = reader.lens(caller);
        EntityDefinition found = lens.entity(entity);
        String field = String.valueOf(wanted.field());
        OneRecord one =
                reader.revealed(lens, found, id, field).orElseThrow(() -> RecordError.NOTHING_TO_REVEAL.problem(field));
        limits.takeForReveal(String.valueOf(caller.member()), response);
        AuditEntry entry = RecordAudit.about(RecordAction.FIELD_REVEALED, caller, found)
                .with(AuditWord.NUMBER, one.record().number())
                .with(AuditWord.RECORDS, List.of(id.toString()))
                .with(
                        AuditWord.FIELD,
                        found.fields().get(field).label().in(caller.workspace().language()));
        database.writing(ctx -> AuditLog.record(ctx, caller.workspace().schema(), clock.instant(), entry));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return one;
    }
}
