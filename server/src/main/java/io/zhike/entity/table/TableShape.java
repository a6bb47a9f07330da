package io.zhike.entity.table;

import static io.zhike.entity.table.IndexShape.falling;
import static io.zhike.entity.table.IndexShape.rising;

import io.zhike.entity.Computation;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Likeness;
import io.zhike.entity.Storage;
import io.zhike.entity.SystemFields;
import io.zhike.entity.TableNames;
import io.zhike.entity.table.FieldShape.LinkShape;
import io.zhike.entity.table.IndexShape.Part;
import io.zhike.entity.table.IndexShape.Rows;
import io.zhike.store.Ddl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table that an entity asks for. Made of the definition alone, so that the same definition always gives the same. */
final class TableShape {
    /** The columns that every entity's table begins with. */
    static final List<ColumnShape> SYSTEM = List.of(
            new ColumnShape(SystemFields.ID, ColumnKind.UUID, true, false),
            new ColumnShape(SystemFields.NUMBER, ColumnKind.BIGINT, true, false),
            new ColumnShape(SystemFields.VERSION, ColumnKind.INT, true, false),
            ColumnShape.of(SystemFields.OWNER, ColumnKind.UUID),
            ColumnShape.of(SystemFields.DEPARTMENT, ColumnKind.UUID),
            new ColumnShape(SystemFields.CREATED_AT, ColumnKind.TIMESTAMPTZ, true, false),
            ColumnShape.of(SystemFields.CREATED_BY, ColumnKind.UUID),
            new ColumnShape(SystemFields.UPDATED_AT, ColumnKind.TIMESTAMPTZ, true, false),
            ColumnShape.of(SystemFields.UPDATED_BY, ColumnKind.UUID),
            ColumnShape.of(SystemFields.DELETED_AT, ColumnKind.TIMESTAMPTZ),
            ColumnShape.of(SystemFields.SEARCH, ColumnKind.TEXT));

    private TableShape() {}

    static String primaryKey(String entity) {
        return TableNames.of(TableNames.table(entity), SystemFields.ID, "pk");
    }

    /**
     * The indexes of every entity's table: the default list, the same within an owner and within a department (row
     * scopes), the running number, search, the recycle bin.
     */
    static List<IndexShape> systemIndexes(String entity) {
        return List.of(
                IndexShape.btree(
                        name(entity, SystemFields.CREATED_AT, "ix"),
                        Rows.LIVE,
                        falling(SystemFields.CREATED_AT),
                        rising(SystemFields.ID)),
                scoped(entity, SystemFields.OWNER),
                scoped(entity, SystemFields.DEPARTMENT),
                new IndexShape(
                        name(entity, SystemFields.NUMBER, "uq"),
                        true,
                        Ddl.Method.BTREE,
                        List.of(rising(SystemFields.NUMBER)),
                        Rows.ALL),
                new IndexShape(
                        name(entity, SystemFields.SEARCH, "ix"),
                        false,
                        Ddl.Method.GIN,
                        List.of(new Part(SystemFields.SEARCH, IndexShape.Order.GRAMS)),
                        Rows.ALL),
                IndexShape.btree(
                        name(entity, SystemFields.DELETED_AT, "ix"), Rows.DELETED, falling(SystemFields.DELETED_AT)));
    }

    /** The shape of one field; of a computed one, once the catalogue has worked out its result. */
    static FieldShape of(EntityDefinition entity, Field field) {
        List<ColumnShape> columns = new ArrayList<>();
        @Nullable LinkShape links = null;
        switch (field.type().storage()) {
            case Storage.Column(var type) ->
                columns.add(new ColumnShape(field.code(), kind(field, type), false, startsAtZero(field)));
            case Storage.Parts(var parts) ->
                parts.forEach((part, type) ->
                        columns.add(ColumnShape.of(TableNames.part(field.code(), part), ColumnKind.of(type))));
            case Storage.Links(String target) ->
                links = new LinkShape(TableNames.links(entity.code(), field.code()), target);
            case Storage.Children ignored -> {}
            case Storage.Computed ignored -> {}
        }
        boolean points = columns.size() == 1 && field.type().target().isPresent();
        return new FieldShape(
                field.code(), columns, indexes(entity, field, columns), points ? key(entity, field) : null, links);
    }

    private static ColumnKind kind(Field field, org.jooq.DataType<?> type) {
        return field.type().encrypted() ? ColumnKind.SEALED : ColumnKind.of(type);
    }

    /** The foreign keys of a field with the tables they are on: its own, or those of both ends of its link table. */
    static Map<KeyShape, String> keys(String entity, FieldShape shape) {
        Map<KeyShape, String> keys = new LinkedHashMap<>();
        if (shape.key() != null) {
            keys.put(shape.key(), TableNames.table(entity));
        }
        if (shape.links() != null) {
            String table = shape.links().table();
            keys.put(end(table, TableNames.SOURCE, TableNames.table(entity)), table);
            keys.put(
                    end(table, TableNames.TARGET, TableNames.table(shape.links().target())), table);
        }
        return keys;
    }

    static String linkKey(String links) {
        return TableNames.of(links, "pair", "pk");
    }

    /** Links are read from their other end too. */
    static IndexShape linkIndex(String links) {
        return IndexShape.btree(TableNames.of(links, TableNames.TARGET, "ix"), Rows.ALL, rising(TableNames.TARGET));
    }

    private static KeyShape end(String table, String column, String target) {
        return new KeyShape(TableNames.of(table, column, "fk"), column, target, Ddl.OnDelete.CASCADE);
    }

    private static KeyShape key(EntityDefinition entity, Field field) {
        boolean owned = entity.parent().filter(field.code()::equals).isPresent();
        return new KeyShape(
                name(entity.code(), field.code(), "fk"),
                field.code(),
                field.type().target().orElseThrow(),
                owned ? Ddl.OnDelete.CASCADE : Ddl.OnDelete.SET_NULL);
    }

    private static List<IndexShape> indexes(EntityDefinition entity, Field field, List<ColumnShape> columns) {
        List<IndexShape> indexes = new ArrayList<>();
        if (columns.size() != 1) {
            return indexes;
        }
        ColumnShape column = columns.getFirst();
        boolean numbered = field.type().computation().orElse(null) instanceof Computation.Numbered;
        if (field.unique() || numbered) {
            indexes.add(new IndexShape(
                    name(entity.code(), field.code(), "uq"),
                    true,
                    Ddl.Method.BTREE,
                    List.of(rising(column.name())),
                    Rows.LIVE));
        }
        String plain = name(entity.code(), field.code(), "ix");
        if (field.type().target().isPresent()) {
            // Of all rows: deleting the record pointed to looks for deleted ones too.
            indexes.add(IndexShape.btree(plain, Rows.ALL, rising(column.name())));
        } else if (field.indexed() && !field.unique()) {
            indexes.add(filtered(plain, field, column));
        }
        if (field.lookalike()) {
            alike(entity, field, column).ifPresent(indexes::add);
        }
        return indexes;
    }

    /** What look-alikes are found by; empty where another index of the field does. */
    private static Optional<IndexShape> alike(EntityDefinition entity, Field field, ColumnShape column) {
        boolean found = field.unique() || field.indexed();
        IndexShape.Order order = switch (field.type().likeness().orElse(Likeness.SAME)) {
            case SAME -> IndexShape.Order.RISING;
            case FOLDED -> IndexShape.Order.FOLDED;
            case NAME -> IndexShape.Order.BARE_NAME;
        };
        return order == IndexShape.Order.RISING && found
                ? Optional.empty()
                : Optional.of(IndexShape.btree(
                        name(entity.code(), field.code(), "alike"), Rows.LIVE, new Part(column.name(), order)));
    }

    /** Lists are filtered by an option and read in their own order, filtered and sorted by all else. */
    private static IndexShape filtered(String name, Field field, ColumnShape column) {
        if (column.kind() == ColumnKind.TEXT_LIST || column.kind() == ColumnKind.UUID_LIST) {
            return new IndexShape(name, false, Ddl.Method.GIN, List.of(rising(column.name())), Rows.ALL);
        }
        return field.type().options().isEmpty()
                ? IndexShape.btree(name, Rows.LIVE, rising(column.name()), rising(SystemFields.ID))
                : IndexShape.btree(
                        name,
                        Rows.LIVE,
                        rising(column.name()),
                        falling(SystemFields.CREATED_AT),
                        rising(SystemFields.ID));
    }

    private static IndexShape scoped(String entity, String column) {
        return IndexShape.btree(
                name(entity, column, "ix"),
                Rows.LIVE,
                rising(column),
                falling(SystemFields.CREATED_AT),
                rising(SystemFields.ID));
    }

    private static boolean startsAtZero(Field field) {
        return field.type().computation().orElse(null) instanceof Computation.Rollup rollup
                && (rollup.fn() == Computation.Fn.COUNT || rollup.fn() == Computation.Fn.SUM);
    }

    private static String name(String entity, String on, String ending) {
        return TableNames.of(TableNames.table(entity), on, ending);
    }
}
