package io.zhike.record;

import io.zhike.access.Grants;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.SystemFields;
import io.zhike.entity.Trait;
import io.zhike.entity.TraitKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The records whose time has come: those with a date or moment in a window, in the order of an index on it and read in pages,
 * so that the cost is that of what is found and not of what there is.
 */
@Component
public class DueRecords {
    private final SealedValues sealed;

    DueRecords(SealedValues sealed) {
        this.sealed = sealed;
    }

    /** What is looked for. */
    public sealed interface Sought {

        /**
         * A moment in a field.
         *
         * @param to not among them
         */
        record Moments(String field, Instant from, Instant to) implements Sought {}

        /**
         * A day in a field.
         *
         * @param to the last of them
         */
        record Days(String field, LocalDate from, LocalDate to) implements Sought {}

        /** One of these days in a field. */
        record AnyDay(String field, List<LocalDate> days) implements Sought {
            public AnyDay {
                days = List.copyOf(days);
            }
        }

        /** A moment in one of these stretches, all of the same field. */
        record AnyMoment(String field, List<Moments> stretches) implements Sought {
            public AnyMoment {
                stretches = List.copyOf(stretches);
            }
        }

        /**
         * The last activity for the record, of an entity that says it is one.
         *
         * @param activity the code of that entity, one of {@link DueRecords#activities}
         * @param to not among them
         */
        record LastActivity(String activity, Instant from, Instant to) implements Sought {}

        /**
         * The creation of a record for which there is no activity.
         *
         * @param to not among them
         */
        record NoActivity(Instant from, Instant to) implements Sought {}

        /** All records. */
        record All() implements Sought {}
    }

    /** @param at the moment or day it was found by; null among all records */
    public record Found(UUID id, @Nullable Object at) {}

    /** The codes of the entities whose records are activities for records of {@code entity}. */
    public static List<String> activities(EntityCatalog catalog, String entity) {
        return catalog.all().stream()
                .filter(each -> activity(each)
                        .flatMap(trait -> each.field(field(trait, "record")))
                        .flatMap(field -> field.type().target())
                        .filter(entity::equals)
                        .isPresent())
                .map(EntityDefinition::code)
                .sorted()
                .toList();
    }

    /** The field that says when an activity was. */
    public static String activityAt(EntityCatalog catalog, String activity) {
        return field(activity(catalog.get(activity)).orElseThrow(), "at");
    }

    /** Who plays a role that the trait requires. */
    private static String field(Trait trait, String role) {
        return Objects.requireNonNull(trait.fields().get(role));
    }

    private static Optional<Trait> activity(EntityDefinition entity) {
        return entity.traits().stream()
                .filter(trait -> trait.kind() == TraitKind.ACTIVITY)
                .findFirst();
    }

    /**
     * The next living records that are sought and that {@code where} holds for.
     *
     * @param after the last one of the page before; empty for the first page
     * @return at most {@code limit}, in the order of their time and id; fewer where there are no more
     * @throws io.zhike.message.ProblemException where the condition is wrong by now
     */
    public List<Found> next(
            DSLContext ctx,
            Grants grants,
            String entity,
            Sought sought,
            Optional<JsonNode> where,
            Optional<Found> after,
            int limit) {
        return ctx.fetch(select(grants, entity, sought, where, after, limit))
                .map(row -> new Found(row.value1(), row.value2()));
    }

    Select<? extends Record2<UUID, ?>> select(
            Grants grants, String code, Sought sought, Optional<JsonNode> where, Optional<Found> after, int limit) {
        Lens lens = new Lens(grants, sealed);
        EntityDefinition entity = lens.entity(code);
        Frame frame = new Frame(lens, entity);
        Condition holds = where.map(RecordQuery.Where::of)
                .map(condition -> frame.condition(lens.condition(entity, condition)))
                .orElseGet(DSL::noCondition)
                .and(frame.rows(false));
        return switch (sought) {
            case Sought.Moments(String field, Instant from, Instant to) -> {
                Field<Instant> at = frame.system(field, SQLDataType.INSTANT);
                yield page(frame.from(), frame, at, holds.and(at.ge(from)).and(at.lt(to)), after, limit);
            }
            case Sought.Days(String field, LocalDate from, LocalDate to) -> {
                Field<LocalDate> at = frame.system(field, SQLDataType.LOCALDATE);
                yield page(frame.from(), frame, at, holds.and(at.between(from, to)), after, limit);
            }
            case Sought.AnyDay(String field, List<LocalDate> days) -> {
                Field<LocalDate> at = frame.system(field, SQLDataType.LOCALDATE);
                yield page(frame.from(), frame, at, holds.and(at.in(days)), after, limit);
            }
            case Sought.AnyMoment(String field, List<Sought.Moments> stretches) -> {
                Field<Instant> at = frame.system(field, SQLDataType.INSTANT);
                Condition any = DSL.or(stretches.stream()
                        .map(each -> at.ge(each.from()).and(at.lt(each.to())))
                        .toList());
                yield page(frame.from(), frame, at, holds.and(any), after, limit);
            }
            case Sought.LastActivity(String activity, Instant from, Instant to) ->
                lastActivity(grants, frame, activity, from, to, holds, after, limit);
            case Sought.NoActivity(Instant from, Instant to) -> {
                Field<Instant> at = frame.system(SystemFields.CREATED_AT, SQLDataType.INSTANT);
                Condition within = holds.and(at.ge(from)).and(at.lt(to));
                for (String activity : activities(grants.catalog(), code)) {
                    within = within.andNotExists(of(grants, activity, frame.id(), DSL.noCondition()));
                }
                yield page(frame.from(), frame, at, within, after, limit);
            }
            case Sought.All() -> {
                Condition beyond = after.map(last -> frame.id().gt(last.id())).orElseGet(DSL::noCondition);
                yield DSL.select(frame.id(), DSL.castNull(SQLDataType.INSTANT))
                        .from(frame.from())
                        .where(holds, beyond)
                        .orderBy(frame.id())
                        .limit(DSL.inline(limit));
            }
        };
    }

    private static <T> Select<? extends Record2<UUID, ?>> page(
            Table<?> from, Frame frame, Field<T> at, Condition within, Optional<Found> after, int limit) {
        Condition beyond = after.map(last -> DSL.row(at, frame.id())
                        .gt(DSL.val(last.at(), at.getDataType()), DSL.val(last.id(), SQLDataType.UUID)))
                .orElseGet(DSL::noCondition);
        return DSL.select(frame.id(), at)
                .from(from)
                .where(within, beyond)
                .orderBy(at, frame.id())
                .limit(DSL.inline(limit));
    }

    /** An activity in the window after which there is none; two at the same moment give their record twice. */
    private static Select<? extends Record2<UUID, ?>> lastActivity(
            Grants grants,
            Frame frame,
            String activity,
            Instant from,
            Instant to,
            Condition holds,
            Optional<Found> after,
            int limit) {
        Table<?> table = grants.schema().table(activity).as("act");
        Field<Instant> at = in("act", activityAt(grants.catalog(), activity), SQLDataType.INSTANT);
        Condition within = holds.and(at.ge(from))
                .and(at.lt(to))
                .and(in("act", SystemFields.DELETED_AT, SQLDataType.INSTANT).isNull());
        for (String other : activities(grants.catalog(), frame.entity().code())) {
            Field<Instant> later = in("later", activityAt(grants.catalog(), other), SQLDataType.INSTANT);
            within = within.andNotExists(of(grants, other, frame.id(), later.gt(at)));
        }
        Table<?> both =
                table.join(frame.from()).on(frame.id().eq(in("act", record(grants, activity), SQLDataType.UUID)));
        return page(both, frame, at, within, after, limit);
    }

    private static Select<?> of(Grants grants, String activity, Field<UUID> record, Condition which) {
        return DSL.selectOne()
                .from(grants.schema().table(activity).as("later"))
                .where(in("later", record(grants, activity), SQLDataType.UUID).eq(record))
                .and(in("later", SystemFields.DELETED_AT, SQLDataType.INSTANT).isNull())
                .and(which);
    }

    /** The field that says for which record an activity is. */
    static String record(Grants grants, String activity) {
        return field(activity(grants.catalog().get(activity)).orElseThrow(), "record");
    }

    private static <T> Field<T> in(String table, String column, DataType<T> type) {
        return DSL.field(DSL.name(table, column), type);
    }
}
