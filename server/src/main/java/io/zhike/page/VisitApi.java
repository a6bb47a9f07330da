package io.zhike.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.access.Access;
import io.zhike.http.Page;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Coming to look at the records of an entity, so that what others changed since the last time can be marked. */
@RestController
class VisitApi {
    private final Database database;
    private final Access access;
    private final Clock clock;

    VisitApi(Database database, Access access, Clock clock) {
        this.database = database;
        this.access = access;
        this.clock = clock;
    }

    /** @param since when the visit before this one ended; null at the first */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Visit(@Nullable Instant since) {}

    /** @param since from when on changes are news */
    record Seen(String entity, Instant since) {}

    /** The entities that the caller has looked at and may see, the last one first; nothing is noted. */
    @GetMapping("/api/v1/views/visits")
    Page<Seen> visits(Caller caller) {
        UUID member = caller.memberOrThrow();
        ViewCheck check = ViewCheck.of(access.of(caller));
        Map<String, Instant> since =
                database.read(ctx -> new Visits(ctx, caller.workspace().schema()).since(member, clock.instant()));
        return Page.whole(since.entrySet().stream()
                .filter(each -> check.knows(each.getKey()))
                .map(each -> new Seen(each.getKey(), each.getValue()))
                .toList());
    }

    @PostMapping("/api/v1/views/visits/{entity}")
    Visit visit(Caller caller, @PathVariable String entity) {
        UUID member = caller.memberOrThrow();
        if (!ViewCheck.of(access.of(caller)).knows(entity)) {
            throw ViewError.UNKNOWN_ENTITY.problem(entity);
        }
        return new Visit(
                database.write(ctx -> new Visits(ctx, caller.workspace().schema())
                        .visit(member, entity, clock.instant())
                        .orElse(null)));
    }
}
