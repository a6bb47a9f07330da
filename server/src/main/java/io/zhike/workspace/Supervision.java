package io.zhike.workspace;

import io.zhike.store.WorkspaceSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Whom each member reports to, told in one place and kept in {@code member.reports_to}: the supervisor that is named, or
 * else the nearest active head from the main department upwards. Who leads a department on that way reports to the head above
 * the highest department that is led, so that nobody reports to somebody below.
 */
final class Supervision {
    private static final int MOST_DEPTH = 1_000_000;

    private final DSLContext ctx;
    private final Table<Record> members;
    private final Table<Record> departments;

    Supervision(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.members = schema.table("member");
        this.departments = schema.table("department");
    }

    /**
     * Brings {@code member} up to date, whose supervisor or departments have changed. The departments are locked before.
     *
     * @throws io.zhike.message.ProblemException {@code supervisors-in-a-circle}
     */
    void of(UUID member) {
        refuseCircles(update(Columns.ID.eq(member)));
    }

    /** As {@link #of} for everybody, after the tree, its heads or who is active have changed. One statement over all members. */
    void ofAll() {
        refuseCircles(update(DSL.noCondition()));
    }

    /** As {@link #ofAll} where it must not fail: somebody has left, and others may stand in a circle for now. */
    void ofAllWhoStay() {
        update(DSL.noCondition());
    }

    private List<UUID> update(Condition which) {
        Table<Record> table = members.as("m");
        Field<UUID> resolved = DSL.coalesce(named(table), byTree(table));
        return ctx.update(table)
                .set(Columns.REPORTS_TO, resolved)
                .where(which)
                .and(Columns.of(table, Columns.REPORTS_TO).isDistinctFrom(resolved))
                .returningResult(Columns.of(table, Columns.ID))
                .fetch(row -> row.value1());
    }

    private Field<UUID> named(Table<Record> of) {
        Table<Record> boss = members.as("boss");
        return DSL.field(DSL.select(Columns.of(boss, Columns.ID))
                .from(boss)
                .where(Columns.of(boss, Columns.ID).eq(Columns.of(of, Columns.SUPERVISOR)))
                .and(Columns.of(boss, Columns.ACTIVE).isTrue()));
    }

    private Field<UUID> byTree(Table<Record> of) {
        Table<Record> main = departments.as("main");
        Table<Record> above = departments.as("above");
        Table<Record> head = members.as("head");
        Field<Integer> depth = DSL.cardinality(Columns.of(above, Columns.PATH));
        return DSL.field(DSL.select(Columns.of(above, Columns.HEAD))
                .from(main)
                .join(above)
                .on(Columns.of(above, Columns.ID).eq(DSL.any(Columns.of(main, Columns.PATH))))
                .join(head)
                .on(Columns.of(head, Columns.ID).eq(Columns.of(above, Columns.HEAD)))
                .and(Columns.of(head, Columns.ACTIVE).isTrue())
                .where(Columns.of(main, Columns.ID).eq(Columns.of(of, Columns.DEPARTMENT)))
                .and(depth.lt(highestLed(of, main)))
                .orderBy(depth.desc())
                .limit(1));
    }

    /** How deep the highest department lies that the member leads on the way up from the main one. */
    private Field<Integer> highestLed(Table<Record> of, Table<Record> main) {
        Table<Record> own = departments.as("own");
        Field<Integer> highest = DSL.field(DSL.select(DSL.min(DSL.cardinality(Columns.of(own, Columns.PATH))))
                .from(own)
                .where(Columns.of(own, Columns.HEAD).eq(Columns.of(of, Columns.ID)))
                .and(Columns.of(own, Columns.ID).eq(DSL.any(Columns.of(main, Columns.PATH)))));
        return DSL.coalesce(highest, DSL.inline(MOST_DEPTH));
    }

    /** A new circle goes through somebody whose boss has just changed. */
    private void refuseCircles(List<UUID> changed) {
        if (changed.isEmpty()) {
            return;
        }
        Map<UUID, UUID> bosses = ctx.select(Columns.ID, Columns.REPORTS_TO)
                .from(members)
                .where(Columns.REPORTS_TO.isNotNull())
                .fetchMap(Columns.ID, Columns.REPORTS_TO);
        for (UUID member : changed) {
            List<UUID> circle = circle(bosses, member);
            if (!circle.isEmpty()) {
                throw WorkspaceError.SUPERVISORS_IN_A_CIRCLE.problem(names(circle));
            }
        }
    }

    /** The way from {@code member} back to itself; empty where there is none. */
    private static List<UUID> circle(Map<UUID, UUID> bosses, UUID member) {
        List<UUID> way = new ArrayList<>(List.of(member));
        Set<UUID> seen = new HashSet<>(way);
        for (@Nullable UUID each = bosses.get(member); each != null; each = bosses.get(each)) {
            way.add(each);
            if (each.equals(member)) {
                return way;
            }
            if (!seen.add(each)) {
                return List.of();
            }
        }
        return List.of();
    }

    private String names(List<UUID> way) {
        Map<UUID, String> names = new HashMap<>(ctx.select(Columns.ID, Columns.NAME)
                .from(members)
                .where(Columns.ID.in(way))
                .fetchMap(Columns.ID, Columns.NAME));
        return way.stream().map(names::get).collect(Collectors.joining(" → "));
    }
}
