package io.zhike.entity.table;

import io.zhike.entity.TableNames;
import io.zhike.store.Ddl;
import io.zhike.store.Ids;
import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Moves whole tables to the trash and back. Their rows stay; indexes and foreign keys go, and come back when they do. */
final class EntityMoves {
    private final DSLContext ctx;
    private final WorkspaceSchema schema;
    private final TrashRows trash;

    EntityMoves(DSLContext ctx, WorkspaceSchema schema, TrashRows trash) {
        this.ctx = ctx;
        this.schema = schema;
        this.trash = trash;
    }

    void trash(EntityStep.TrashEntity step, Instant now) {
        String table = TableNames.table(step.entity());
        apart(ctx, schema, table, TableShape.primaryKey(step.entity()), step.turn());
        step.fields().stream()
                .filter(field -> field.links() != null)
                .forEach(field -> apart(ctx, schema, field.links().table(), step.turn()));
        String name = Apart.name(table, step.turn());
        trash.moved(ctx, table, name);
        TrashRows.Kept kept = new TrashRows.Kept(step.turn(), step.fields(), step.document());
        trash.add(
                ctx,
                new TrashRows.Row(Ids.at(now), step.entity(), null, step.label(), name, kept, step.records(), now));
    }

    void restore(EntityStep.RestoreEntity step) {
        String table = TableNames.table(step.entity());
        back(ctx, schema, table, TableShape.primaryKey(step.entity()), step.turn());
        step.indexes().forEach(index -> index.create(ctx, schema, table, false));
        step.fields().stream()
                .filter(field -> field.links() != null)
                .forEach(field -> back(ctx, schema, field.links().table(), step.turn()));
        trash.moved(ctx, Apart.name(table, step.turn()), table);
        trash.remove(ctx, step.trash());
    }

    /** Puts a link table apart. */
    static void apart(DSLContext ctx, WorkspaceSchema schema, String links, int turn) {
        apart(ctx, schema, links, TableShape.linkKey(links), turn);
    }

    /** Brings a link table back. */
    static void back(DSLContext ctx, WorkspaceSchema schema, String links, int turn) {
        back(ctx, schema, links, TableShape.linkKey(links), turn);
        TableShape.linkIndex(links).create(ctx, schema, links, false);
    }

    private static void apart(DSLContext ctx, WorkspaceSchema schema, String table, String key, int turn) {
        Ddl.foreignKeys(ctx, schema, table)
                .forEach(name -> ctx.alterTable(schema.table(table))
                        .dropConstraint(DSL.quotedName(name))
                        .execute());
        Ddl.indexes(ctx, schema, table).forEach(index -> Ddl.dropIndex(ctx, schema.qualify(index)));
        rename(ctx, schema, table, key, Apart.name(table, turn), Apart.name(key, turn));
    }

    private static void back(DSLContext ctx, WorkspaceSchema schema, String table, String key, int turn) {
        rename(ctx, schema, Apart.name(table, turn), Apart.name(key, turn), table, key);
    }

    private static void rename(
            DSLContext ctx, WorkspaceSchema schema, String table, String key, String newTable, String newKey) {
        ctx.alterTable(schema.table(table))
                .renameConstraint(DSL.quotedName(key))
                .to(DSL.quotedName(newKey))
                .execute();
        ctx.alterTable(schema.table(table)).renameTo(DSL.quotedName(newTable)).execute();
    }
}
