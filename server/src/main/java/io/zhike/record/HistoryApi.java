package io.zhike.record;

import static io.zhike.record.ChangeRows.AT;
import static io.zhike.record.ChangeRows.ENTITY;
import static io.zhike.record.ChangeRows.ID;
import static io.zhike.record.ChangeRows.RECORD;

import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Definitions;
import io.zhike.entity.EntityDefinition;
import io.zhike.http.Cursor;
import io.zhike.http.HttpError;
import io.zhike.http.Page;
import io.zhike.message.Label;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What happened to one record, newest first, as far as the caller may read it. */
@RestController
@RequestMapping("/api/v1/records/{entity}/{id}/history")
class HistoryApi {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final String ORDER = "history";

    private final Database database;
    private final RecordReader reader;
    private final Definitions definitions;
    private final SealedValues sealed;

    HistoryApi(Database database, RecordReader reader, Definitions definitions, SealedValues sealed) {
        this.sealed = sealed;
        this.database = database;
        this.reader = reader;
        this.definitions = definitions;
    }

    /** One change, without what the caller may not see. */
    record Entry(
            UUID id,
            Instant at,
            @Nullable Person by,
            String kind,
            String origin,
            int version,
            @Nullable UUID batch,
            @Nullable Because because,
            List<FieldChange> fields) {}

    /** The definition by which it was done, such as a button or a public form. */
    record Because(String kind, String code, Label label) {}

    record Person(UUID id, @Nullable String name) {}

    /** @param beforeLabel what people call the value, where that is not the value itself */
    record FieldChange(
            String code,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            @Nullable String beforeLabel,
            @Nullable String afterLabel) {}

    @GetMapping
    Page<Entry> page(
            Caller caller,
            @PathVariable String entity,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        Lens lens = reader.lens(caller);
        reader.require(caller, entity, id);
        int most = Page.limit(limit, USUAL, MOST);
        List<Change> changes = database.read(ctx -> ctx.select(ChangeRows.ALL)
                .from(caller.workspace().schema().table(ChangeRows.TABLE))
                .where(RECORD.eq(id))
                .and(ENTITY.eq(entity))
                .and(older(after))
                .orderBy(AT.desc(), ID.desc())
                .limit(most + 1)
                .fetch(StoredChange::of));
        Page<Change> page = Page.of(
                changes,
                most,
                last -> new Cursor(
                        ORDER, List.of(last.at().toString(), last.id().toString())));
        EntityDefinition found = lens.entity(entity);
        List<Change> plain = page.items().stream()
                .map(change -> sealed.opened(caller.workspace().schema(), found, change))
                .toList();
        return new Page<>(entries(caller, lens, entity, plain), page.next());
    }

    private static Condition older(@Nullable String after) {
        if (after == null) {
            return DSL.noCondition();
        }
        List<@Nullable String> keys = Cursor.parse(after, ORDER, 2).keys();
        try {
            Instant at = Instant.parse(String.valueOf(keys.get(0)));
            return DSL.row(AT, ID).lt(at.atOffset(ZoneOffset.UTC), UUID.fromString(String.valueOf(keys.get(1))));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw HttpError.CURSOR_INVALID.problem();
        }
    }

    private List<Entry> entries(Caller caller, Lens lens, String entity, List<Change> changes) {
        HistoryText text =
                database.read(ctx -> HistoryText.of(new Names(ctx, lens), lens, lens.entity(entity), changes));
        List<Entry> entries = new ArrayList<>();
        DefinitionSet published = definitions.published(caller.workspace());
        for (Change change : changes) {
            List<FieldChange> fields = text.fields(change);
            boolean silent =
                    fields.isEmpty() && (change.kind() == ChangeKind.UPDATE || change.kind() == ChangeKind.COMPUTE);
            if (!silent) {
                entries.add(new Entry(
                        change.id(),
                        change.at(),
                        change.actor()
                                .map(actor -> new Person(actor, text.actor(actor)))
                                .orElse(null),
                        change.kind().code(),
                        change.origin().code(),
                        change.version(),
                        change.batch().orElse(null),
                        because(published, change),
                        fields));
            }
        }
        return entries;
    }

    /** The nearest cause, where it is a definition that is still there. */
    private static @Nullable Because because(DefinitionSet published, Change change) {
        String first = change.causes().stream().findFirst().orElse(ChangePhase.FOLLOWING);
        String[] cause = first.split(":", 3);
        boolean named = !first.startsWith(ChangePhase.FOLLOWING)
                && Stream.of(cause).limit(2).allMatch(part -> part.matches(DefinitionKey.SHAPE));
        return named && cause.length >= 2
                ? published
                        .find(new DefinitionKey(cause[0], cause[1]))
                        .map(found -> new Because(cause[0], cause[1], found.label()))
                        .orElse(null)
                : null;
    }
}
