package io.zhike.workspace;

import io.zhike.store.Database;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The departments of a workspace. Its answers are of one moment; nothing is cached. */
@Component
public class Departments {
    private final Database database;
    private final DepartmentWrites writes;

    Departments(Database database, Clock clock) {
        this.database = database;
        this.writes = new DepartmentWrites(database, clock);
    }

    /** All departments, each after its parent. */
    public List<Department> all(Workspace workspace) {
        return select(workspace, DSL.noCondition());
    }

    public Optional<Department> find(Workspace workspace, UUID id) {
        return select(workspace, Columns.ID.eq(id)).stream().findFirst();
    }

    /** Those of exactly this name, of which there may be several in different branches. */
    public List<Department> named(Workspace workspace, String name) {
        return select(workspace, Columns.NAME.eq(name.strip()));
    }

    /** {@code departments} and all below them. */
    public Set<UUID> andBelow(Workspace workspace, Collection<UUID> departments) {
        if (departments.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(database.read(ctx -> ctx.select(Columns.ID)
                .from(workspace.schema().table("department"))
                .where(DSL.arrayOverlap(Columns.PATH, departments.toArray(UUID[]::new)))
                .fetch(Columns.ID)));
    }

    /** Makes a department below {@code parent}, or at the top. Throws where the name is taken there. */
    public Department create(Workspace workspace, String name, @Nullable UUID parent) {
        return writes.create(workspace, new DepartmentWrites.Wanted(name, parent, null, 0));
    }

    DepartmentWrites writes() {
        return writes;
    }

    List<Department> select(Workspace workspace, Condition where) {
        return database.read(ctx -> new DepartmentRows(ctx, workspace.schema()).select(where));
    }
}
