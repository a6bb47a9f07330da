package io.zhike.entity.table;

import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.entity.EntityError;
import io.zhike.entity.TableNames;
import io.zhike.message.Label;
import io.zhike.store.Database;
import io.zhike.store.Ddl;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The data of deleted fields and entities. A definition that has such a field or entity again takes its data up again;
 * until then they stay, and go for good only here. Whoever calls has checked that the caller may.
 */
@Component
public final class EntityTrash {
    private static final int ATTEMPTS = 60;

    private final Database database;
    private final Clock clock;

    EntityTrash(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One deletion.
     *
     * @param field the field's code; null for a whole entity
     * @param held how many records had a value, or how many records there were
     */
    public record Item(UUID id, String entity, @Nullable String field, Label label, long held, Instant trashedAt) {}

    /** All, the latest first. */
    public List<Item> list(Workspace workspace) {
        return database.read(ctx -> new TrashRows(workspace.schema()).all(ctx)).stream()
                .map(row -> new Item(row.id(), row.entity(), row.field(), row.label(), row.held(), row.at()))
                .toList();
    }

    /**
     * Deletes the data for good.
     *
     * @throws io.zhike.message.ProblemException {@code unknown-trash} where there is no such deletion
     */
    public void purge(Workspace workspace, UUID id) {
        TrashRows rows = new TrashRows(workspace.schema());
        TrashRows.Row row =
                database.read(ctx -> rows.find(ctx, id)).orElseThrow(() -> EntityError.UNKNOWN_TRASH.problem(id));
        boolean done = database.write(ctx -> Ddl.patiently(ctx, ATTEMPTS, inner -> {
            drop(inner, workspace, row);
            rows.remove(inner, id);
            if (row.field() == null) {
                rows.removeOf(inner, row.table());
            }
            tell(inner, workspace, row);
        }));
        if (!done) {
            throw EntityError.TABLE_BUSY.problem(row.table());
        }
    }

    private void tell(DSLContext ctx, Workspace workspace, TrashRows.Row row) {
        String field = row.field();
        String code = field == null ? row.entity() : row.entity() + "." + field;
        AuditEntry entry = AuditEntry.of(
                        TableAction.TRASH_PURGED, "entity", code, row.label().in(workspace.language()))
                .with(AuditWord.ROWS, row.held());
        AuditLog.record(ctx, workspace.schema(), clock.instant(), entry);
    }

    private static void drop(DSLContext ctx, Workspace workspace, TrashRows.Row row) {
        int turn = row.kept().turn();
        for (FieldShape field : row.kept().fields()) {
            if (field.links() != null) {
                String links = Apart.name(field.links().table(), turn);
                ctx.dropTableIfExists(workspace.schema().table(links)).execute();
            }
            if (row.field() != null) {
                field.columns()
                        .forEach(column -> ctx.alterTable(workspace.schema().table(row.table()))
                                .dropColumnIfExists(DSL.quotedName(Apart.name(column.name(), turn)))
                                .execute());
            }
        }
        if (row.field() == null && row.table().startsWith(TableNames.APART)) {
            ctx.dropTableIfExists(workspace.schema().table(row.table())).execute();
        }
    }
}
