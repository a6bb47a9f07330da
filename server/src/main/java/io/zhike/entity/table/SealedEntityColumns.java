package io.zhike.entity.table;

import io.zhike.definition.Definitions;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.SealedFields;
import io.zhike.secret.SealedColumn;
import io.zhike.secret.SealedColumns;
import io.zhike.store.Database;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.Workspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The columns of encrypted fields in all workspaces, those in the trash among them. */
@Component
final class SealedEntityColumns implements SealedColumns {
    private final Database database;
    private final Workspaces workspaces;
    private final Definitions definitions;

    SealedEntityColumns(Database database, Workspaces workspaces, Definitions definitions) {
        this.database = database;
        this.workspaces = workspaces;
        this.definitions = definitions;
    }

    @Override
    public List<SealedColumn> all() {
        List<SealedColumn> all = new ArrayList<>();
        for (Workspace workspace : workspaces.all()) {
            for (EntityDefinition entity :
                    EntityCatalog.of(definitions.published(workspace)).all()) {
                entity.fields()
                        .where(field -> field.type().encrypted())
                        .forEach(
                                field -> all.add(SealedFields.column(workspace.schema(), entity.code(), field.code())));
            }
            database.read(ctx -> new TrashRows(workspace.schema()).all(ctx))
                    .forEach(row -> trashed(workspace, row).forEach(all::add));
        }
        return List.copyOf(all);
    }

    /** A field that was deleted lies beside the others; in a table that was deleted, fields are called what they were. */
    private static Stream<SealedColumn> trashed(Workspace workspace, TrashRows.Row row) {
        return row.kept().fields().stream()
                .filter(shape -> shape.columns().stream().anyMatch(column -> column.kind() == ColumnKind.SEALED))
                .map(shape -> SealedFields.column(
                        workspace.schema(),
                        row.entity(),
                        shape.code(),
                        row.table(),
                        row.field() == null
                                ? shape.code()
                                : Apart.name(shape.code(), row.kept().turn())));
    }
}
