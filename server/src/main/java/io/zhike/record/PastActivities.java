package io.zhike.record;

import io.zhike.access.Grants;
import io.zhike.entity.SystemFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The activities of records with when they were logged and taken back; their times are those of now. */
@Component
public class PastActivities {
    private static final Field<UUID> ID = DSL.field(DSL.name(SystemFields.ID), SQLDataType.UUID);
    private static final Field<Instant> CREATED = DSL.field(DSL.name(SystemFields.CREATED_AT), SQLDataType.INSTANT);
    private static final Field<Instant> DELETED = DSL.field(DSL.name(SystemFields.DELETED_AT), SQLDataType.INSTANT);

    PastActivities() {}

    /**
     * An activity of a record.
     *
     * @param at when it was or is to be
     * @param logged since when it is known
     * @param deleted since when it is no more; null where it is still
     */
    public record Activity(
            Instant at, Instant logged, @Nullable Instant deleted) {

        /** Whether it was known at {@code moment}. */
        public boolean known(Instant moment) {
            return !logged.isAfter(moment) && (deleted == null || deleted.isAfter(moment));
        }
    }

    /** The records with an activity in a stretch, whose end is not in it; at most {@code limit} of each entity. */
    public List<UUID> records(DSLContext ctx, Grants grants, String entity, Instant from, Instant to, int limit) {
        List<UUID> records = new ArrayList<>();
        for (String activity : DueRecords.activities(grants.catalog(), entity)) {
            Field<UUID> record = record(grants, activity);
            Field<Instant> at = at(grants, activity);
            records.addAll(ctx.selectDistinct(record)
                    .from(grants.schema().table(activity))
                    .where(at.ge(from), at.lt(to), record.isNotNull())
                    .limit(limit)
                    .fetch(record));
        }
        return records;
    }

    /** All activities of {@code records} of an entity that have a time. One statement for each entity that is an activity. */
    public Map<UUID, List<Activity>> of(DSLContext ctx, Grants grants, String entity, Collection<UUID> records) {
        Map<UUID, List<Activity>> found = new HashMap<>();
        for (String activity : DueRecords.activities(grants.catalog(), entity)) {
            Field<UUID> record = record(grants, activity);
            Field<Instant> at = at(grants, activity);
            ctx.select(record, at, CREATED, DELETED)
                    .from(grants.schema().table(activity))
                    .where(record.in(records), at.isNotNull())
                    .orderBy(ID)
                    .forEach(row -> found.computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                            .add(new Activity(row.value2(), row.value3(), row.value4())));
        }
        return found;
    }

    private static Field<UUID> record(Grants grants, String activity) {
        return DSL.field(DSL.name(DueRecords.record(grants, activity)), SQLDataType.UUID);
    }

    private static Field<Instant> at(Grants grants, String activity) {
        return DSL.field(DSL.name(DueRecords.activityAt(grants.catalog(), activity)), SQLDataType.INSTANT);
    }
}
