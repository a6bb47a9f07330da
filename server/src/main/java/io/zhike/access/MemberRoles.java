package io.zhike.access;

import io.zhike.store.WorkspaceSchema;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Which roles members have, and where they stand: read afresh for each request, so that a change holds at once. */
final class MemberRoles {
    private static final Field<UUID> MEMBER = DSL.field(DSL.quotedName("member"), SQLDataType.UUID);
    private static final Field<String> ROLE = DSL.field(DSL.quotedName("role"), SQLDataType.CLOB);

    private final DSLContext ctx;
    private final WorkspaceSchema schema;

    MemberRoles(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.schema = schema;
    }

    /** The standing of an active member; empty for anybody else. One statement. */
    Optional<Standing> standing(UUID member) {
        Table<Record> of = schema.table("member").as("m");
        Field<Boolean> admin = DSL.field(DSL.name("m", "admin"), SQLDataType.BOOLEAN);
        Field<UUID> department = DSL.field(DSL.name("m", "department"), SQLDataType.UUID);
        Field<String[]> roles = DSL.array(roles(member)).as("roles");
        Field<UUID[]> departments = DSL.array(departments(member)).as("departments");
        Field<UUID[]> below = DSL.array(below(member)).as("below");
        Field<UUID[]> groups = DSL.array(groups(member)).as("groups");
        Field<UUID[]> above = DSL.array(above(member)).as("above");
        return ctx.select(admin, department, roles, departments, below, groups, above)
                .from(of)
                .where(DSL.field(DSL.name("m", "id"), SQLDataType.UUID).eq(member))
                .and(DSL.field(DSL.name("m", "active"), SQLDataType.BOOLEAN))
                .fetchOptional(row -> new Standing(
                        member,
                        row.get(admin),
                        row.get(department),
                        Set.copyOf(Arrays.asList(row.get(roles))),
                        Arrays.asList(row.get(departments)),
                        Arrays.asList(row.get(below)),
                        audience(member, row.get(groups), row.get(departments), row.get(above))));
    }

    private static Audience audience(UUID member, UUID[] groups, UUID[] departments, UUID[] path) {
        Set<UUID> direct = new HashSet<>(Set.of(member));
        direct.addAll(Arrays.asList(groups));
        direct.addAll(Arrays.asList(departments));
        Set<UUID> above = new HashSet<>(Arrays.asList(path));
        above.removeAll(direct);
        return new Audience(direct, above);
    }

    /** The codes of the member's roles, in order; empty for an unknown member. */
    List<String> of(UUID member) {
        return ctx.fetchValues(roles(member).orderBy(ROLE));
    }

    /** Makes {@code roles} all that the member has. */
    void replace(UUID member, Collection<String> roles) {
        Table<Record> table = schema.table("member_role");
        ctx.deleteFrom(table).where(MEMBER.eq(member)).execute();
        if (!roles.isEmpty()) {
            var insert = ctx.insertInto(table, MEMBER, ROLE);
            for (String role : new LinkedHashSet<>(roles)) {
                insert = insert.values(member, role);
            }
            insert.execute();
        }
    }

    private org.jooq.SelectConditionStep<org.jooq.Record1<String>> roles(UUID member) {
        return DSL.select(ROLE).from(schema.table("member_role")).where(MEMBER.eq(member));
    }

    private Select<org.jooq.Record1<UUID>> departments(UUID member) {
        Field<UUID> department = DSL.field(DSL.quotedName("department"), SQLDataType.UUID);
        return DSL.select(department).from(schema.table("member_department")).where(MEMBER.eq(member));
    }

    private Select<org.jooq.Record1<UUID>> groups(UUID member) {
        Field<UUID> group = DSL.field(DSL.quotedName("member_group"), SQLDataType.UUID);
        return DSL.select(group).from(schema.table("member_group_member")).where(MEMBER.eq(member));
    }

    /** All departments on the paths of the member's own, these included. */
    private Select<org.jooq.Record1<UUID>> above(UUID member) {
        Table<Record> own = schema.table("department").as("own");
        Table<Record> above = schema.table("department").as("above");
        return DSL.selectDistinct(People.id(above))
                .from(own)
                .join(above)
                .on(People.id(above).eq(DSL.any(People.path(own))))
                .where(People.id(own).in(departments(member)));
    }

    /** A department's path leads from the root down to itself, so what is below one has it in its path. */
    private Select<org.jooq.Record1<UUID>> below(UUID member) {
        Field<UUID> id = DSL.field(DSL.quotedName("id"), SQLDataType.UUID);
        Field<UUID[]> path = DSL.field(DSL.quotedName("path"), SQLDataType.UUID.array());
        return DSL.select(id)
                .from(schema.table("department"))
                .where(DSL.arrayOverlap(path, DSL.array(departments(member))));
    }
}
