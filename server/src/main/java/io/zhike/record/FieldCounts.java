package io.zhike.record;

import io.zhike.access.Grants;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.SystemFields;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** How many records have whom in a field of members, as one transaction sees them: for the system at work. */
@Component
public class FieldCounts {
    private final SealedValues sealed;

    FieldCounts(SealedValues sealed) {
        this.sealed = sealed;
    }

    /**
     * How many living records each of {@code members} has; nobody who has none.
     *
     * @param where a text or a tree, over those records; empty for all
     */
    public Map<UUID, Long> of(
            DSLContext ctx,
            Grants grants,
            EntityDefinition entity,
            String field,
            Collection<UUID> members,
            Optional<JsonNode> where) {
        Lens lens = new Lens(grants, sealed);
        Frame frame = new Frame(lens, entity);
        RecordQuery.Selection from =
                new RecordQuery.Selection(entity.code(), where.map(RecordQuery.Where::of), Optional.empty(), false);
        Field<UUID> column = frame.system(field, SQLDataType.UUID);
        Map<UUID, Long> counts = new HashMap<>();
        ctx.select(column, DSL.count())
                .from(frame.from())
                .where(Selecting.where(lens, frame, from))
                .and(column.in(members))
                .groupBy(column)
                .forEach(row -> counts.put(row.value1(), row.value2().longValue()));
        return counts;
    }

    /** How many records each of {@code members} was given since then, by the feed, whatever became of them after. */
    public Map<UUID, Long> given(
            DSLContext ctx,
            Grants grants,
            EntityDefinition entity,
            String field,
            Collection<UUID> members,
            Instant since) {
        // Not as a parameter: what is selected and what is grouped by would be two of them, and so two expressions.
        Field<String> given = DSL.jsonbGetAttributeAsText(ChangeRows.AFTER, DSL.inline(field));
        Condition named = given.in(members.stream().map(UUID::toString).toList());
        Map<UUID, Long> counts = new HashMap<>();
        ctx.select(given, DSL.count())
                .from(grants.schema().table(ChangeRows.TABLE))
                .where(ChangeRows.AT.ge(since.atOffset(ZoneOffset.UTC)))
                .and(ChangeRows.ENTITY.eq(entity.code()))
                .and(ChangeRows.KIND.in(ChangeKind.CREATE.code(), ChangeKind.UPDATE.code()))
                .and(named)
                .groupBy(given)
                .forEach(row ->
                        counts.put(UUID.fromString(row.value1()), row.value2().longValue()));
        return counts;
    }

    /** Whether the field holds one member in one column. */
    public static boolean counts(EntityDefinition entity, String field) {
        return field.equals(SystemFields.OWNER)
                || entity.field(field)
                        .filter(found -> found.type().code().equals("member") && RecordFinder.isKey(found))
                        .isPresent();
    }
}
