package io.zhike.action;

import io.zhike.store.WorkspaceSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The members of a workspace as they are in one transaction. */
final class Staff {
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<UUID> MEMBER = DSL.field(DSL.name("member"), SQLDataType.UUID);
    private static final Field<UUID> DEPARTMENT = DSL.field(DSL.name("department"), SQLDataType.UUID);
    private static final Field<UUID> GROUP = DSL.field(DSL.name("member_group"), SQLDataType.UUID);
    private static final Field<String> ROLE = DSL.field(DSL.name("role"), SQLDataType.CLOB);
    private static final Field<UUID> HEAD = DSL.field(DSL.name("head"), SQLDataType.UUID);
    private static final Field<UUID[]> PATH = DSL.field(DSL.name("path"), SQLDataType.UUID.array());
    private static final Field<Boolean> ACTIVE = DSL.field(DSL.name("active"), SQLDataType.BOOLEAN);
    private static final Field<Object> LEAVING = DSL.field(DSL.name("leaving_since"), SQLDataType.OTHER);

    private final DSLContext ctx;
    private final WorkspaceSchema schema;

    Staff(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.schema = schema;
    }

    /** Those of {@code members} who can sign in here still. */
    Set<UUID> active(Collection<UUID> members) {
        return members.isEmpty() ? Set.of() : ids(member(), ID, ID.in(members).and(ACTIVE));
    }

    /** Those of {@code members} who are there and not about to leave. */
    Set<UUID> staying(Collection<UUID> members) {
        return members.isEmpty()
                ? Set.of()
                : ids(member(), ID, ID.in(members).and(ACTIVE).and(LEAVING.isNull()));
    }

    Set<UUID> inGroup(UUID group) {
        return ids(schema.table("member_group_member"), MEMBER, GROUP.eq(group));
    }

    Set<UUID> withRole(String role) {
        return ids(schema.table("member_role"), MEMBER, ROLE.eq(role));
    }

    /** The members of each of {@code departments} that has any. */
    Map<UUID, Set<UUID>> inDepartments(Collection<UUID> departments) {
        Map<UUID, Set<UUID>> found = new HashMap<>();
        if (!departments.isEmpty()) {
            ctx.select(DEPARTMENT, MEMBER)
                    .from(schema.table("member_department"))
                    .where(DEPARTMENT.in(departments))
                    .forEach(row -> found.computeIfAbsent(row.value1(), _ -> new HashSet<>())
                            .add(row.value2()));
        }
        return found;
    }

    Set<UUID> inDepartment(UUID department, boolean below) {
        List<UUID> departments = below
                ? ctx.select(ID)
                        .from(schema.table("department"))
                        .where(DSL.val(department).eq(DSL.any(PATH)))
                        .fetch(ID)
                : List.of(department);
        return departments.isEmpty()
                ? Set.of()
                : ids(schema.table("member_department"), MEMBER, DEPARTMENT.in(departments));
    }

    Set<UUID> headOf(UUID department) {
        return ids(schema.table("department"), HEAD, ID.eq(department).and(HEAD.isNotNull()));
    }

    private Table<Record> member() {
        return schema.table("member");
    }

    private Set<UUID> ids(Table<Record> table, Field<UUID> column, org.jooq.Condition where) {
        return new HashSet<>(ctx.select(column).from(table).where(where).fetch(column));
    }
}
