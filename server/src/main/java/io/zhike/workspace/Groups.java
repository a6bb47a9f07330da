package io.zhike.workspace;

import io.zhike.http.Patch;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The groups of a workspace. Its answers are of one moment; nothing is cached. */
@Component
public class Groups {
    private static final int LONGEST_NAME = 100;

    private final Database database;
    private final Clock clock;

    Groups(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A group to be made. */
    record Wanted(@Nullable String name, @Nullable List<UUID> members) {}

    /** What a {@code PATCH} of a group may hold; members are replaced as a whole. */
    record Change(Patch<String> name, Patch<List<UUID>> members) {}

    /** All groups, by name. */
    public List<MemberGroup> all(Workspace workspace) {
        return database.read(ctx -> select(ctx, workspace, DSL.noCondition()));
    }

    public Optional<MemberGroup> find(Workspace workspace, UUID id) {
        return database.read(ctx -> select(ctx, workspace, Columns.ID.eq(id))).stream()
                .findFirst();
    }

    /** The group of exactly this name. */
    public Optional<MemberGroup> named(Workspace workspace, String name) {
        return database.read(ctx -> select(ctx, workspace, Columns.NAME.eq(name.strip()))).stream()
                .findFirst();
    }

    /** Makes a group; throws {@code group-taken}, or what is wrong with its members. */
    public MemberGroup create(Workspace workspace, String name, List<UUID> members) {
        return database.write(ctx -> create(ctx, workspace, new Wanted(name, members)));
    }

    MemberGroup create(DSLContext ctx, Workspace workspace, Wanted wanted) {
        MemberGroup made =
                group(Ids.at(clock.instant()), wanted.name() == null ? "" : wanted.name(), wanted.members(), 1);
        check(ctx, workspace, made);
        ctx.insertInto(table(workspace))
                .set(Columns.ID, made.id())
                .set(Columns.NAME, made.name())
                .set(Columns.VERSION, made.version())
                .set(Columns.CREATED_AT, clock.instant())
                .execute();
        link(ctx, workspace, made);
        PeopleAudit.of(ctx, workspace, clock.instant()).groupAdded(made);
        KnownCallers.changed(ctx);
        return made;
    }

    MemberGroup change(Workspace workspace, UUID id, Change change, @Nullable Long version) {
        return database.write(ctx -> {
            MemberGroup before = locked(ctx, workspace, id);
            Versions.check(before.version(), version);
            MemberGroup after = group(
                    id,
                    change.name().given() ? change.name().orKeep("") : before.name(),
                    change.members().given() ? change.members().value() : before.members(),
                    before.version() + 1);
            check(ctx, workspace, after);
            ctx.update(table(workspace))
                    .set(Columns.NAME, after.name())
                    .set(Columns.VERSION, after.version())
                    .where(Columns.ID.eq(id))
                    .execute();
            ctx.deleteFrom(links(workspace)).where(Columns.MEMBER_GROUP.eq(id)).execute();
            link(ctx, workspace, after);
            PeopleAudit.of(ctx, workspace, clock.instant()).groupChanged(before, after);
            KnownCallers.changed(ctx);
            return after;
        });
    }

    void delete(Workspace workspace, UUID id) {
        database.writing(ctx -> {
            MemberGroup gone = locked(ctx, workspace, id);
            ctx.deleteFrom(table(workspace)).where(Columns.ID.eq(id)).execute();
            PeopleAudit.of(ctx, workspace, clock.instant()).groupRemoved(gone);
            KnownCallers.changed(ctx);
        });
    }

    private static MemberGroup group(UUID id, String name, @Nullable List<UUID> members, long version) {
        List<UUID> distinct = members == null ? List.of() : List.copyOf(new LinkedHashSet<>(members));
        return new MemberGroup(id, name.strip(), distinct, version);
    }

    private static MemberGroup locked(DSLContext ctx, Workspace workspace, UUID id) {
        ctx.select(Columns.ID)
                .from(table(workspace))
                .where(Columns.ID.eq(id))
                .forUpdate()
                .fetch();
        return select(ctx, workspace, Columns.ID.eq(id)).stream()
                .findFirst()
                .orElseThrow(WorkspaceError.NO_SUCH_GROUP::problem);
    }

    private static void check(DSLContext ctx, Workspace workspace, MemberGroup wanted) {
        int known = ctx.fetchCount(
                workspace.schema().table("member"),
                Columns.ID.eq(DSL.any(wanted.members().toArray(UUID[]::new))));
        new Checks()
                .text("name", wanted.name(), LONGEST_NAME)
                .that(known == wanted.members().size(), "members", WorkspaceError.NO_SUCH_MEMBER)
                .orThrow(wanted);
        boolean taken =
                ctx.fetchExists(table(workspace), Columns.NAME.eq(wanted.name()).and(Columns.ID.ne(wanted.id())));
        if (taken) {
            throw WorkspaceError.GROUP_TAKEN.problem(wanted.name());
        }
    }

    private static void link(DSLContext ctx, Workspace workspace, MemberGroup group) {
        for (UUID member : group.members()) {
            ctx.insertInto(links(workspace))
                    .set(Columns.MEMBER_GROUP, group.id())
                    .set(Columns.MEMBER, member)
                    .execute();
        }
    }

    private static List<MemberGroup> select(DSLContext ctx, Workspace workspace, Condition where) {
        Table<Record> table = table(workspace);
        Table<Record> links = links(workspace);
        Field<UUID[]> members = DSL.array(DSL.select(Columns.MEMBER)
                        .from(links)
                        .where(Columns.of(links, Columns.MEMBER_GROUP).eq(Columns.of(table, Columns.ID)))
                        .orderBy(Columns.MEMBER))
                .as("members");
        return ctx.select(Columns.ID, Columns.NAME, Columns.VERSION, members)
                .from(table)
                .where(where)
                .orderBy(MemberRows.byName(), Columns.ID)
                .fetch(row -> new MemberGroup(
                        row.get(Columns.ID),
                        row.get(Columns.NAME),
                        List.of(row.get(members)),
                        row.get(Columns.VERSION)));
    }

    private static Table<Record> table(Workspace workspace) {
        return workspace.schema().table("member_group");
    }

    private static Table<Record> links(Workspace workspace) {
        return workspace.schema().table("member_group_member");
    }
}
