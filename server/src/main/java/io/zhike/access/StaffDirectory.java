package io.zhike.access;

import io.zhike.expression.Environment;
import io.zhike.expression.Vocabulary;
import io.zhike.store.Database;
import io.zhike.store.WorkspaceSchema;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Members and departments as one request sees them: each is looked up when it is first asked for, and not again. */
final class StaffDirectory implements Environment.Directory {
    private final Database beside;
    private final WorkspaceSchema schema;
    private final Map<UUID, Place> known = new ConcurrentHashMap<>();
    private final Map<UUID, Set<UUID>> below = new ConcurrentHashMap<>();

    /** @param beside for looking while a transaction of the request holds its connection */
    StaffDirectory(Database beside, WorkspaceSchema schema) {
        this.beside = beside;
        this.schema = schema;
    }

    private record Place(
            @Nullable UUID department, @Nullable UUID supervisor) {
        static final Place NOWHERE = new Place(null, null);
    }

    @Override
    public @Nullable UUID departmentOf(UUID member) {
        return place(member).department();
    }

    @Override
    public @Nullable UUID supervisorOf(UUID member) {
        return place(member).supervisor();
    }

    @Override
    public Set<UUID> andBelow(UUID department) {
        return below.computeIfAbsent(department, this::findBelow);
    }

    private Place place(UUID member) {
        return known.computeIfAbsent(member, id -> find(id).orElse(Place.NOWHERE));
    }

    private Optional<Place> find(UUID member) {
        Table<Record> table = People.table(schema, Vocabulary.MEMBER);
        Field<UUID> department =
                People.column(table, Vocabulary.MEMBER, "department").coerce(SQLDataType.UUID);
        Field<UUID> supervisor =
                People.column(table, Vocabulary.MEMBER, "supervisor").coerce(SQLDataType.UUID);
        return beside.read(ctx -> ctx.select(department, supervisor)
                .from(table)
                .where(People.id(table).eq(member))
                .fetchOptional(row -> new Place(row.value1(), row.value2())));
    }

    private Set<UUID> findBelow(UUID root) {
        Table<Record> table = People.table(schema, Vocabulary.DEPARTMENT);
        return beside.read(ctx -> Set.copyOf(ctx.select(People.id(table))
                .from(table)
                .where(DSL.val(root).eq(DSL.any(People.path(table))))
                .fetch(People.id(table))));
    }
}
