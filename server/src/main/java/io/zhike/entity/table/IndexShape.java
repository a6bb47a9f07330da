package io.zhike.entity.table;

import io.zhike.entity.SystemFields;
import io.zhike.store.Ddl;
import io.zhike.store.Folding;
import io.zhike.store.WorkspaceSchema;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** An index of an entity's table. */
record IndexShape(String name, boolean unique, Ddl.Method method, List<Part> parts, Rows rows) {

    /** What one part of the key is made of. */
    enum Order {
        RISING,
        FALLING,
        /** Without a difference between capital and small, wide and narrow letters. */
        FOLDED,
        /** The bare name of a company. */
        BARE_NAME,
        /** The pairs of neighbouring characters of a text. */
        GRAMS
    }

    record Part(String column, Order order) {}

    /** Which rows an index holds. */
    enum Rows {
        ALL,
        LIVE,
        DELETED
    }

    IndexShape {
        parts = List.copyOf(parts);
    }

    static IndexShape btree(String name, Rows rows, Part... parts) {
        return new IndexShape(name, false, Ddl.Method.BTREE, List.of(parts), rows);
    }

    static Part rising(String column) {
        return new Part(column, Order.RISING);
    }

    static Part falling(String column) {
        return new Part(column, Order.FALLING);
    }

    /** The same index with one of its columns under another name. */
    IndexShape over(String column, String other) {
        List<Part> renamed = parts.stream()
                .map(part -> part.column().equals(column) ? new Part(other, part.order()) : part)
                .toList();
        return new IndexShape(name, unique, method, renamed, rows);
    }

    /** Makes it; outside any transaction where {@code concurrently}. */
    void create(DSLContext ctx, WorkspaceSchema schema, String table, boolean concurrently) {
        Ddl.createIndex(
                ctx,
                concurrently,
                unique,
                name,
                schema.table(table),
                method,
                parts.stream().map(IndexShape::part).toList(),
                condition());
    }

    private static QueryPart part(Part part) {
        Name column = DSL.quotedName(part.column());
        return switch (part.order()) {
            case RISING -> column;
            case FALLING -> Ddl.falling(column);
            case FOLDED -> Folding.folded(DSL.field(column, SQLDataType.CLOB));
            case BARE_NAME -> Folding.bareName(DSL.field(column, SQLDataType.CLOB));
            case GRAMS -> Ddl.grams(column);
        };
    }

    private Optional<Condition> condition() {
        var deleted = DSL.field(DSL.quotedName(SystemFields.DELETED_AT), SQLDataType.INSTANT);
        return switch (rows) {
            case ALL -> Optional.empty();
            case LIVE -> Optional.of(deleted.isNull());
            case DELETED -> Optional.of(deleted.isNotNull());
        };
    }
}
