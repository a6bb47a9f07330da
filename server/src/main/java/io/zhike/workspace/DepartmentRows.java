package io.zhike.workspace;

import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The table of departments in one workspace's schema. */
final class DepartmentRows {
    private final DSLContext ctx;
    private final Table<Record> table;
    private final Table<Record> members;

    DepartmentRows(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.table = schema.table("department");
        this.members = schema.table("member_department");
    }

    /** Each after its parent, siblings by position, then by name. */
    List<Department> select(Condition where) {
        return ctx.select(
                        Columns.ID,
                        Columns.NAME,
                        Columns.PARENT,
                        Columns.PATH,
                        Columns.HEAD,
                        Columns.POSITION,
                        Columns.VERSION)
                .from(table)
                .where(where)
                .orderBy(DSL.cardinality(Columns.PATH), Columns.POSITION, MemberRows.byName(), Columns.ID)
                .fetch(DepartmentRows::of);
    }

    /** All of them, locked until the end of the transaction: the shape of the tree is changed by one at a time. */
    List<Department> locked() {
        lock();
        return select(DSL.noCondition());
    }

    /**
     * Locks all departments until the end of the transaction. Whatever may change whom members report to does this first, so
     * that two such changes follow one another and none waits for the other in a circle.
     */
    void lock() {
        ctx.select(Columns.ID).from(table).orderBy(Columns.ID).forNoKeyUpdate().fetch();
    }

    boolean isTaken(@Nullable UUID parent, String name, UUID self) {
        Condition siblings = parent == null ? Columns.PARENT.isNull() : Columns.PARENT.eq(parent);
        return ctx.fetchExists(table, siblings.and(Columns.NAME.eq(name)).and(Columns.ID.ne(self)));
    }

    int membersOf(UUID department) {
        return ctx.fetchCount(members, Columns.DEPARTMENT.eq(department));
    }

    int below(UUID department) {
        return ctx.fetchCount(table, Columns.PARENT.eq(department));
    }

    void insert(Department department, Instant now) {
        ctx.insertInto(table)
                .set(Columns.ID, department.id())
                .set(Columns.NAME, department.name())
                .set(Columns.PARENT, department.parent())
                .set(Columns.PATH, department.path().toArray(UUID[]::new))
                .set(Columns.HEAD, department.head())
                .set(Columns.POSITION, department.position())
                .set(Columns.VERSION, department.version())
                .set(Columns.CREATED_AT, now)
                .execute();
    }

    void update(Department department) {
        ctx.update(table)
                .set(Columns.NAME, department.name())
                .set(Columns.PARENT, department.parent())
                .set(Columns.PATH, department.path().toArray(UUID[]::new))
                .set(Columns.HEAD, department.head())
                .set(Columns.POSITION, department.position())
                .set(Columns.VERSION, department.version())
                .where(Columns.ID.eq(department.id()))
                .execute();
    }

    void delete(UUID department) {
        ctx.deleteFrom(table).where(Columns.ID.eq(department)).execute();
    }

    private static Department of(Record row) {
        return new Department(
                row.get(Columns.ID),
                row.get(Columns.NAME),
                row.get(Columns.PARENT),
                List.of(row.get(Columns.PATH)),
                row.get(Columns.HEAD),
                row.get(Columns.POSITION),
                row.get(Columns.VERSION));
    }
}
