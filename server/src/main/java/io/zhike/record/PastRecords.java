package io.zhike.record;

import io.zhike.access.Grants;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Reading;
import io.zhike.entity.SystemFields;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Environment;
import io.zhike.expression.Evaluator;
import io.zhike.expression.Expression;
import io.zhike.message.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What records were before and after changes of the feed: their values of now, walked back change by change. */
@Component
public class PastRecords {
    private static final Evaluator EVALUATOR = new Evaluator();

    private final CurrentValues current;

    PastRecords(CurrentValues current) {
        this.current = current;
    }

    /** A record around one of its changes; before a create it has no values, and one that was purged has none at all. */
    public record Around(RecordValues before, RecordValues after) {}

    /**
     * What the records of {@code changes}, all of one entity, were around each of them, by the change's id. Fields that were
     * deleted since, and values that their field would not take any more, are blank. Two statements, and memory for all
     * changes of these records since the oldest of them.
     */
    public Map<UUID, Around> around(DSLContext ctx, Grants grants, EntityDefinition entity, List<Change> changes) {
        if (changes.isEmpty()) {
            return Map.of();
        }
        Set<UUID> records = new LinkedHashSet<>();
        Instant oldest = changes.getFirst().at();
        for (Change change : changes) {
            records.add(change.record());
            oldest = change.at().isBefore(oldest) ? change.at() : oldest;
        }
        Map<UUID, RecordValues> present = new HashMap<>(current.of(ctx, grants.schema(), entity, records));
        Set<UUID> wanted = new LinkedHashSet<>();
        changes.forEach(change -> wanted.add(change.id()));
        Map<UUID, Around> around = new HashMap<>();
        for (Change change : since(ctx, grants, entity, records, oldest)) {
            RecordValues after = present.getOrDefault(change.record(), RecordValues.NONE);
            RecordValues before = change.kind() == ChangeKind.CREATE
                    ? RecordValues.NONE
                    : after.overlaidBy(values(grants, entity, change.before()));
            present.put(change.record(), before);
            if (wanted.contains(change.id())) {
                around.put(change.id(), new Around(before, after));
            }
        }
        return around;
    }

    /** The newest first. */
    private static List<Change> since(
            DSLContext ctx, Grants grants, EntityDefinition entity, Set<UUID> records, Instant oldest) {
        return ctx.select(ChangeRows.ALL)
                .from(grants.schema().table(ChangeRows.TABLE))
                .where(ChangeRows.RECORD.in(records))
                .and(ChangeRows.AT.ge(oldest.atOffset(ZoneOffset.UTC)))
                .and(ChangeRows.ENTITY.eq(entity.code()))
                .orderBy(ChangeRows.AT.desc(), ChangeRows.ID.desc())
                .fetch(StoredChange::of);
    }

    private static RecordValues values(Grants grants, EntityDefinition entity, ObjectNode stored) {
        ValueContext context = new ValueContext(grants.environment().zone(), Language.ZH);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        stored.properties().forEach(entry -> {
            Optional<Field> field = entity.field(entry.getKey());
            if (field.isPresent()
                    && field.get().type().read(entry.getValue(), context) instanceof Reading.Value(var value)) {
                values.put(entry.getKey(), value);
            }
        });
        return RecordValues.of(values);
    }

    /**
     * How a record was for a while.
     *
     * @param from since when; {@link Instant#EPOCH} where that was before what was asked for
     * @param there whether it was among the living records
     */
    public record Past(Instant from, boolean there, RecordValues values) {}

    /**
     * How records of one entity were since {@code since}, each from its oldest to its present state; one that was purged is not
     * in the answer. When a record had been changed last is blank in states that began before. Two statements, and memory for
     * all changes of these records in that time.
     */
    public Map<UUID, List<Past>> history(
            DSLContext ctx, Grants grants, EntityDefinition entity, Set<UUID> records, Instant since) {
        Map<UUID, RecordValues> present = current.of(ctx, grants.schema(), entity, records);
        Map<UUID, List<Change>> changes = new HashMap<>();
        if (!present.isEmpty()) {
            since(ctx, grants, entity, records, since)
                    .forEach(change -> changes.computeIfAbsent(change.record(), _ -> new ArrayList<>())
                            .add(change));
        }
        Map<UUID, List<Past>> history = new HashMap<>();
        present.forEach((id, values) ->
                history.put(id, walked(grants, entity, values, changes.getOrDefault(id, List.of()))));
        return history;
    }

    /** @param changes the newest first */
    private static List<Past> walked(
            Grants grants, EntityDefinition entity, RecordValues present, List<Change> changes) {
        List<Past> states = new ArrayList<>();
        boolean there = present.get(SystemFields.DELETED_AT) == null;
        RecordValues values = present;
        for (Change change : changes) {
            states.add(new Past(change.at(), there, values));
            values = change.kind() == ChangeKind.CREATE
                    ? RecordValues.NONE
                    : values.overlaidBy(values(grants, entity, change.before()));
            there = switch (change.kind()) {
                case CREATE, RESTORE, PURGE -> false;
                case DELETE -> true;
                case UPDATE, COMPUTE -> there;
            };
        }
        states.add(new Past(Instant.EPOCH, there, values));
        return dated(states.reversed(), changes.reversed());
    }

    /** With when each state's record had been changed last; roll-ups that follow their children change it not. */
    private static List<Past> dated(List<Past> states, List<Change> changes) {
        if (changes.stream().allMatch(change -> change.kind() == ChangeKind.COMPUTE)) {
            return states;
        }
        List<Past> dated = new ArrayList<>();
        @Nullable Instant last = null;
        for (int i = 0; i < states.size(); i++) {
            Past state = states.get(i);
            if (i > 0 && changes.get(i - 1).kind() != ChangeKind.COMPUTE) {
                last = state.from();
            }
            dated.add(new Past(state.from(), state.there(), state.values().with(SystemFields.UPDATED_AT, last)));
        }
        return dated;
    }

    /** Whether a condition that {@link #suffices} held at that moment for a record that was so. */
    public boolean holds(
            Grants grants, EntityDefinition entity, Expression condition, RecordValues values, Instant at) {
        Environment present = grants.environment();
        Environment then =
                new Environment(at, present.zone(), present.language(), present.caller(), present.directory());
        return EVALUATOR.holds(condition, new MemoryRow(values, grants.catalog(), entity, then), then);
    }

    /** Whether the record alone is enough to say whether the condition held. */
    public boolean suffices(Grants grants, EntityDefinition entity, Expression condition) {
        return MemoryRow.suffices(grants.catalog(), entity, condition);
    }

    /** Whether it may come and go with time alone, formulas looked into. */
    public boolean usesNow(Grants grants, EntityDefinition entity, Expression condition) {
        return condition.usesNow()
                || condition.paths().stream()
                        .filter(path -> path.size() == 1)
                        .flatMap(path -> grants.catalog().formula(entity.code(), path.getFirst()).stream())
                        .anyMatch(inner -> usesNow(grants, entity, inner));
    }
}
