package io.zhike.record;

import io.zhike.access.Grants;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.ValueContext;
import io.zhike.message.Issue;
import io.zhike.store.Ids;
import io.zhike.workspace.Caller;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** One thing done to many records: all of it or nothing, and undone as a whole. */
@RestController
@RequestMapping("/api/v1")
class BulkApi {
    private final Clock clock;
    private final RecordReader reader;
    private final BulkWriter bulk;
    private final BatchUndo undo;

    BulkApi(Clock clock, RecordReader reader, BulkWriter bulk, BatchUndo undo) {
        this.clock = clock;
        this.reader = reader;
        this.bulk = bulk;
        this.undo = undo;
    }

    /** The records that are meant, in exactly one way: these, those for which a condition holds, or {@code all}. */
    record Which(
            @Nullable List<UUID> ids,
            @Nullable JsonNode where,
            @Nullable String search,
            @Nullable Boolean all) {
        Chosen chosen() {
            return Chosen.of(ids, where, search, all);
        }
    }

    record Edit(
            @Nullable List<UUID> ids,
            @Nullable JsonNode where,
            @Nullable String search,
            @Nullable Boolean all,
            @Nullable JsonNode set) {
        Chosen chosen() {
            return Chosen.of(ids, where, search, all);
        }
    }

    /** @param batch what to undo; the count is of records that really changed */
    record Updated(UUID batch, long updated) {}

    record Deleted(UUID batch, long deleted) {}

    record Restored(UUID batch, long restored) {}

    record Purged(long purged) {}

    record Undone(long undone, long kept) {}

    @PostMapping("/records/{entity}/bulk")
    Updated update(Caller caller, @PathVariable String entity, @RequestBody Edit edit) {
        Grants grants = reader.lens(caller).grants();
        EntityDefinition definition = grants.catalog()
                .find(entity)
                .filter(_ -> grants.on(entity).visible())
                .orElseThrow(() -> RecordError.UNKNOWN_ENTITY.problem(entity));
        ValueContext context = new ValueContext(caller.workspace().zone(), caller.language());
        List<Issue> issues = new ArrayList<>();
        RecordValues values = new InputValues(
                        definition, grants.on(entity).fields().shown(), context)
                .read(edit.set() == null ? MissingNode.getInstance() : edit.set(), "set", issues);
        if (!issues.isEmpty()) {
            throw RecordError.INPUT_REFUSED.problem(issues, issues.size());
        }
        UUID batch = Ids.at(clock.instant());
        long updated = bulk.run(
                caller,
                entity,
                edit.chosen(),
                false,
                batch,
                RecordAction.RECORDS_CHANGED,
                id -> new RecordWrite.Update(id, Optional.empty(), values));
        return new Updated(batch, updated);
    }

    @PostMapping("/records/{entity}/bulk-delete")
    Deleted delete(Caller caller, @PathVariable String entity, @RequestBody Which which) {
        UUID batch = Ids.at(clock.instant());
        return new Deleted(
                batch,
                bulk.run(
                        caller,
                        entity,
                        which.chosen(),
                        false,
                        batch,
                        RecordAction.RECORDS_DELETED,
                        id -> new RecordWrite.Delete(id, Optional.empty())));
    }

    @PostMapping("/records/{entity}/restore")
    Restored restore(Caller caller, @PathVariable String entity, @RequestBody Which which) {
        UUID batch = Ids.at(clock.instant());
        return new Restored(
                batch,
                bulk.run(
                        caller,
                        entity,
                        which.chosen(),
                        true,
                        batch,
                        RecordAction.RECORDS_RESTORED,
                        RecordWrite.Restore::new));
    }

    @PostMapping("/records/{entity}/purge")
    Purged purge(Caller caller, @PathVariable String entity, @RequestBody Which which) {
        UUID batch = Ids.at(clock.instant());
        return new Purged(bulk.run(
                caller, entity, which.chosen(), true, batch, RecordAction.RECORDS_PURGED, RecordWrite.Purge::new));
    }

    @PostMapping("/batches/{id}/undo")
    Undone undo(Caller caller, @PathVariable UUID id) {
        BatchUndo.Step done = undo.undo(caller, id);
        return new Undone(done.undone(), done.kept());
    }
}
