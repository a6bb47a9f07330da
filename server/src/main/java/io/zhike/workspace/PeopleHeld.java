package io.zhike.workspace;

import io.zhike.message.Label;
import io.zhike.store.Database;
import io.zhike.store.WorkspaceSchema;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongBiFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a member holds among people: departments led, members supervised, groups, and the ways in, which end. */
@Component
@Order(PeopleHeld.ORDER)
class PeopleHeld implements HoldingSource {
    static final int ORDER = 20;

    private final Database database;
    private final Members members;
    private final Departments departments;
    private final Groups groups;
    private final Keys keys;
    private final Sessions sessions;
    private final Invitations invitations;
    private final Clock clock;

    PeopleHeld(
            Database database,
            Members members,
            Departments departments,
            Groups groups,
            Keys keys,
            Sessions sessions,
            Invitations invitations,
            Clock clock) {
        this.database = database;
        this.members = members;
        this.departments = departments;
        this.groups = groups;
        this.keys = keys;
        this.sessions = sessions;
        this.invitations = invitations;
        this.clock = clock;
    }

    @Override
    public List<Holding> of(Workspace workspace, Subject subject) {
        return switch (subject) {
            case Subject.OfMember(UUID member) ->
                List.of(
                        led(workspace, member),
                        supervised(workspace, member),
                        grouped(workspace, member),
                        keys(workspace, member),
                        invitations(workspace, member),
                        sessions(workspace, member));
            case Subject.OfDepartment(UUID department) ->
                List.of(belonging(workspace, department), below(workspace, department));
        };
    }

    private Holding led(Workspace workspace, UUID member) {
        List<Holding.Example> all = departments.select(workspace, Columns.HEAD.eq(member)).stream()
                .map(department -> plain(department.name()))
                .toList();
        return passing("people/heads", new Label("部门负责人", "Departments led"), Holding.Fate.PASSES, all, (ctx, to) -> {
            Table<Record> table = workspace.schema().table("department");
            new DepartmentRows(ctx, workspace.schema()).lock();
            int moved = ctx.update(table)
                    .set(Columns.HEAD, to.successor())
                    .set(Columns.VERSION, Columns.VERSION.plus(1))
                    .where(Columns.HEAD.eq(member))
                    .execute();
            return refreshed(ctx, workspace, moved);
        });
    }

    private Holding supervised(Workspace workspace, UUID member) {
        List<Holding.Example> all =
                members.select(workspace, Columns.SUPERVISOR.eq(member).and(Columns.ACTIVE.isTrue())).stream()
                        .map(each -> plain(each.name()))
                        .toList();
        return passing(
                "people/reports",
                new Label("指定为上级的成员", "Members supervised"),
                Holding.Fate.MAY_PASS,
                all,
                (ctx, to) -> {
                    new DepartmentRows(ctx, workspace.schema()).lock();
                    // Whoever succeeds does not become their own supervisor.
                    int moved = ctx.update(workspace.schema().table("member"))
                            .set(
                                    Columns.SUPERVISOR,
                                    DSL.nullif(DSL.val(to.successor()), Columns.ID)
                                            .coerce(Columns.SUPERVISOR))
                            .set(Columns.VERSION, Columns.VERSION.plus(1))
                            .where(Columns.SUPERVISOR.eq(member))
                            .execute();
                    return refreshed(ctx, workspace, moved);
                });
    }

    private long refreshed(DSLContext ctx, Workspace workspace, int moved) {
        new Supervision(ctx, workspace.schema()).ofAll();
        KnownCallers.changed(ctx);
        return moved;
    }

    private Holding grouped(Workspace workspace, UUID member) {
        List<Holding.Example> all = groups.all(workspace).stream()
                .filter(group -> group.members().contains(member))
                .map(group -> plain(group.name()))
                .toList();
        return passing("people/groups", new Label("所在的组", "Groups"), Holding.Fate.MAY_PASS, all, (ctx, to) -> {
            Table<Record> links = workspace.schema().table("member_group_member");
            ctx.insertInto(links, Columns.MEMBER_GROUP, Columns.MEMBER)
                    .select(DSL.select(Columns.MEMBER_GROUP, DSL.val(to.successor()))
                            .from(links)
                            .where(Columns.MEMBER.eq(member)))
                    .onConflictDoNothing()
                    .execute();
            KnownCallers.changed(ctx);
            return ctx.deleteFrom(links).where(Columns.MEMBER.eq(member)).execute();
        });
    }

    private Holding keys(Workspace workspace, UUID member) {
        return FewHeld.still(
                "people/keys",
                new Label("API 密钥", "API keys"),
                Holding.Fate.ENDS,
                keys.list(workspace, member).stream()
                        .map(key -> plain(key.name()))
                        .toList());
    }

    private Holding invitations(Workspace workspace, UUID member) {
        return FewHeld.still(
                "people/invitations",
                new Label("发出的邀请", "Invitations"),
                Holding.Fate.ENDS,
                invitations.open(workspace).stream()
                        .filter(each -> each.createdBy().equals(member))
                        .map(each ->
                                plain(each.label() == null ? each.createdAt().toString() : each.label()))
                        .toList());
    }

    private Holding sessions(Workspace workspace, UUID member) {
        return FewHeld.still(
                "people/sessions",
                new Label("登录中的设备", "Signed-in browsers"),
                Holding.Fate.ENDS,
                sessions.of(workspace, member).stream()
                        .map(each -> plain(each.address()))
                        .toList());
    }

    private Holding belonging(Workspace workspace, UUID department) {
        MemberRows rows = database.read(ctx -> new MemberRows(ctx, workspace.schema()));
        List<Holding.Example> all = members.select(workspace, rows.isIn(List.of(department))).stream()
                .map(each -> plain(each.name()))
                .toList();
        return passing("people/members", new Label("成员", "Members"), Holding.Fate.PASSES, all, (ctx, to) -> {
            WorkspaceSchema schema = workspace.schema();
            Table<Record> links = schema.table("member_department");
            new DepartmentRows(ctx, schema).lock();
            ctx.insertInto(links, Columns.MEMBER, Columns.DEPARTMENT)
                    .select(DSL.select(Columns.MEMBER, DSL.val(to.successor()))
                            .from(links)
                            .where(Columns.DEPARTMENT.eq(department)))
                    .onConflictDoNothing()
                    .execute();
            ctx.update(schema.table("member"))
                    .set(Columns.DEPARTMENT, to.successor())
                    .set(Columns.VERSION, Columns.VERSION.plus(1))
                    .set(Columns.UPDATED_AT, clock.instant())
                    .where(Columns.DEPARTMENT.eq(department))
                    .execute();
            int moved = ctx.deleteFrom(links)
                    .where(Columns.DEPARTMENT.eq(department))
                    .execute();
            return refreshed(ctx, workspace, moved);
        });
    }

    private Holding below(Workspace workspace, UUID department) {
        Condition children = Columns.PARENT.eq(department);
        List<Holding.Example> all = departments.select(workspace, children).stream()
                .map(each -> plain(each.name()))
                .toList();
        return passing("people/below", new Label("下级部门", "Departments below"), Holding.Fate.PASSES, all, (ctx, to) -> {
            List<UUID> ids = new DepartmentRows(ctx, workspace.schema())
                    .locked().stream()
                            .filter(each -> department.equals(each.parent()))
                            .map(Department::id)
                            .toList();
            ids.forEach(id -> departments.writes().moveTo(ctx, workspace, id, to.successor()));
            return ids.size();
        });
    }

    private Holding passing(
            String code,
            Label label,
            Holding.Fate fate,
            List<Holding.Example> all,
            ToLongBiFunction<DSLContext, Holding.Passing> pass) {
        return new FewHeld(code, label, fate, all, new FewHeld.AtOnce(database, pass));
    }

    private static Holding.Example plain(String label) {
        return new Holding.Example(label, null);
    }
}
