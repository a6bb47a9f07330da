package io.zhike.rule.hook;

import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.ValueContext;
import io.zhike.http.Idempotency;
import io.zhike.message.ProblemException;
import io.zhike.record.ChangeOrigin;
import io.zhike.record.RecordFinder;
import io.zhike.record.RecordValues;
import io.zhike.record.RecordWrite;
import io.zhike.record.RecordWriter;
import io.zhike.record.WriteBatch;
import io.zhike.record.WriteResult;
import io.zhike.rule.CalledRules;
import io.zhike.rule.Fired;
import io.zhike.rule.Rule;
import io.zhike.rule.RuleRuns;
import io.zhike.rule.RuleStates;
import io.zhike.rule.Trigger;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Once;
import io.zhike.workspace.Secret;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes what other systems send to rules: the record is written through the gate in, the rule's run kept and the delivery told
 * of in one transaction, once for each key. What is refused leaves nothing but its own trace.
 */
@Component
class Deliveries {
    private static final String HIDDEN = "***";

    private final Database database;
    private final Access access;
    private final RecordWriter writer;
    private final RecordFinder finder;
    private final CalledRules called;
    private final RuleRuns runs;
    private final Hooks hooks;
    private final Once once;
    private final JsonMapper json;
    private final Clock clock;

    Deliveries(
            Database database,
            Access access,
            RecordWriter writer,
            RecordFinder finder,
            CalledRules called,
            RuleRuns runs,
            Hooks hooks,
            Once once,
            JsonMapper json,
            Clock clock) {
        this.database = database;
        this.access = access;
        this.writer = writer;
        this.finder = finder;
        this.called = called;
        this.runs = runs;
        this.hooks = hooks;
        this.once = once;
        this.json = json;
        this.clock = clock;
    }

    /** To which rule something comes, and by which address. */
    record To(Workspace workspace, Rule rule, Trigger.Webhook trigger, UUID hook) {}

    /** What is answered: what it is kept under, what was done, and whether the rule began to work. */
    record Taken(UUID delivery, String result, boolean run) {}

    /**
     * @param request its key, where whoever sends it gave one
     * @throws ProblemException where it is refused, which is kept with the deliveries
     */
    ResponseEntity<String> take(To to, HookBody body, Idempotency request) {
        Grants grants = access.of(Rule.system(to.workspace()));
        @Nullable JsonNode read = null;
        try {
            refuseUnlessOn(to);
            read = body.json(json);
            ValueContext context =
                    new ValueContext(to.workspace().zone(), to.workspace().language());
            EntityDefinition entity = grants.catalog().get(to.rule().entity());
            RecordValues values = HookValues.of(to.trigger(), read, entity, context);
            Optional<String> kept = kept(entity, to.trigger(), body, read);
            return once.write(
                    to.workspace(),
                    to.hook(),
                    keyed(to.trigger(), read, request),
                    HttpStatus.OK,
                    ctx -> write(ctx, to, grants, values, kept.orElse(null)));
        } catch (ProblemException refused) {
            refused(to, grants, body, read, refused);
            throw refused;
        }
    }

    private void refuseUnlessOn(To to) {
        Optional<HookError> why = database.read(ctx -> {
            if (!called.isOn(ctx, to.workspace(), to.rule())) {
                return Optional.of(HookError.HOOK_OFF);
            }
            boolean paused = new RuleStates(ctx, to.workspace().schema()).paused();
            return paused ? Optional.of(HookError.HOOK_PAUSED) : Optional.empty();
        });
        if (why.isPresent()) {
            throw why.get().problem();
        }
    }

    /** By the header, else by what the rule says tells deliveries apart. */
    private static Idempotency keyed(Trigger.Webhook trigger, JsonNode body, Idempotency request) {
        if (request.key() != null || trigger.id().isEmpty()) {
            return request;
        }
        JsonNode id = body.at(trigger.id().get());
        if (!id.isValueNode() || id.isNull() || id.asString("").isBlank()) {
            return request;
        }
        return new Idempotency("id:" + HexFormat.of().formatHex(Secret.hash(id.asString())), "");
    }

    private Taken write(DSLContext ctx, To to, Grants grants, RecordValues values, @Nullable String kept) {
        Caller system = Rule.system(to.workspace());
        String entity = to.rule().entity();
        Optional<UUID> known = to.trigger().match().flatMap(field -> {
            // Two that come at once with the same new value make one record, not two.
            hooks.lock(ctx, to.workspace(), to.hook());
            return known(ctx, system, grants.catalog().get(entity), field, values);
        });
        RecordWrite write = known.<RecordWrite>map(id -> new RecordWrite.Update(id, Optional.empty(), values))
                .orElseGet(() -> new RecordWrite.Create(values));
        WriteBatch batch = WriteBatch.of(entity, ChangeOrigin.WEBHOOK, List.of(write))
                .because(CalledRules.cause(to.rule().code()));
        WriteResult.Written written = writer.write(ctx, system, grants, batch).only();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID delivery = Ids.at(now);
        int begun = begin(ctx, to, grants, written.id(), delivery, now);
        DeliveryRows.Result result = known.isEmpty()
                ? DeliveryRows.Result.CREATED
                : written.changed() ? DeliveryRows.Result.UPDATED : DeliveryRows.Result.UNCHANGED;
        new DeliveryRows(ctx, to.workspace().schema())
                .add(new DeliveryRows.Delivery(
                        delivery, to.rule().code(), now, result, entity, written.id(), null, kept));
        return new Taken(delivery, result.code(), begun > 0);
    }

    private Optional<UUID> known(
            DSLContext ctx, Caller system, EntityDefinition entity, String field, RecordValues values) {
        @Nullable Object value = values.get(field);
        if (value == null) {
            return Optional.empty();
        }
        List<Object> key = List.of(value);
        List<UUID> found = finder.find(ctx, system, entity.code(), List.of(field), List.of(key))
                .getOrDefault(RecordFinder.normal(key), List.of());
        if (found.size() > 1) {
            throw HookError.SEVERAL_MATCH.problem(
                    entity.field(field).map(Field::label).orElseThrow(), found.size());
        }
        return found.stream().findFirst();
    }

    private int begin(DSLContext ctx, To to, Grants grants, UUID record, UUID delivery, Instant now) {
        List<Fired> fired = called.meant(ctx, grants, to.rule(), List.of(record)).stream()
                .map(id -> Fired.byCall(to.rule(), "hook:" + delivery, id, now))
                .toList();
        return runs.begin(ctx, to.workspace(), fired);
    }

    private void refused(To to, Grants grants, HookBody body, @Nullable JsonNode read, ProblemException why) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<String> kept =
                grants.catalog().find(to.rule().entity()).flatMap(entity -> kept(entity, to.trigger(), body, read));
        database.writing(ctx -> new DeliveryRows(ctx, to.workspace().schema())
                .add(new DeliveryRows.Delivery(
                        Ids.at(now),
                        to.rule().code(),
                        now,
                        DeliveryRows.Result.REFUSED,
                        to.rule().entity(),
                        null,
                        DeliveryRows.said(why.message(), why.issues()),
                        kept.orElse(null))));
    }

    /**
     * What may be kept of what came, so that a mapping can be mended: values of fields that are encrypted are taken out, and
     * where one cannot tell where they are, nothing is kept.
     */
    private static Optional<String> kept(
            EntityDefinition entity, Trigger.Webhook trigger, HookBody body, @Nullable JsonNode read) {
        List<String> secret = trigger.fields().entrySet().stream()
                .filter(each -> entity.field(each.getKey())
                        .filter(field -> field.type().encrypted())
                        .isPresent())
                .map(Map.Entry::getValue)
                .toList();
        if (secret.isEmpty()) {
            return Optional.of(read == null ? body.text() : read.toString());
        }
        if (read == null) {
            return Optional.empty();
        }
        JsonNode copy = read.deepCopy();
        boolean hidden = secret.stream().allMatch(pointer -> hide(copy, pointer));
        return hidden ? Optional.of(copy.toString()) : Optional.empty();
    }

    /** False where the value is there and cannot be taken out. */
    private static boolean hide(JsonNode body, String pointer) {
        JsonPointer place = JsonPointer.compile(pointer);
        if (body.at(place).isMissingNode()) {
            return true;
        }
        JsonPointer last = place.last();
        return switch (body.at(place.head())) {
            case ObjectNode object
            when last != null -> {
                object.put(last.getMatchingProperty(), HIDDEN);
                yield true;
            }
            case ArrayNode array
            when last != null -> {
                array.set(last.getMatchingIndex(), HIDDEN);
                yield true;
            }
            default -> false;
        };
    }
}
