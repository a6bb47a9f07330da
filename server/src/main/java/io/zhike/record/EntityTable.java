package io.zhike.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.GeoPoint;
import io.zhike.entity.Storage;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Type;
import io.zhike.store.WorkspaceSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The table of one entity: which columns its fields have, and how values get in and out of them. */
final class EntityTable {
    static final org.jooq.Field<String> SEARCH = DSL.field(DSL.name(SystemFields.SEARCH), SQLDataType.CLOB);

    private static final int MOST_KNOWN = 5_000;

    /** By the very definition, of which there is one for each revision: making a table anew for each write is felt. */
    private static final Cache<EntityDefinition, EntityTable> KNOWN =
            Caffeine.newBuilder().weakKeys().maximumSize(MOST_KNOWN).build();

    private final EntityDefinition entity;
    private final Table<Record> table;
    private final WorkspaceSchema schema;
    private final Map<String, FieldColumns> stored = new LinkedHashMap<>();
    private final List<FieldColumns> columns;
    private final List<Link> links = new ArrayList<>();

    /** The table of {@code entity} in the workspace of {@code schema}. */
    static EntityTable of(EntityDefinition entity, WorkspaceSchema schema) {
        EntityTable known = KNOWN.get(entity, one -> new EntityTable(one, schema));
        return known.schema.equals(schema) ? known : new EntityTable(entity, schema);
    }

    private EntityTable(EntityDefinition entity, WorkspaceSchema schema) {
        this.entity = entity;
        this.schema = schema;
        this.table = schema.table(entity.code());
        for (Field field : Bookkeeping.FIELDS) {
            stored.put(field.code(), FieldColumns.single(field, Bookkeeping.type(field)));
        }
        for (Field field : entity.fields()) {
            switch (field.type().storage()) {
                case Storage.Column column -> stored.put(field.code(), FieldColumns.single(field, column.raw()));
                case Storage.Parts(Map<String, DataType<?>> parts) ->
                    stored.put(field.code(), FieldColumns.parts(field, parts));
                case Storage.Links(String target) -> links.add(new Link(field, target, linkTable(field)));
                case Storage.Children _, Storage.Computed _ -> {}
            }
        }
        this.columns = List.copyOf(stored.values());
    }

    EntityDefinition entity() {
        return entity;
    }

    Table<Record> table() {
        return table;
    }

    /** The fields that have columns of their own, the system's among them. */
    List<FieldColumns> columns() {
        return columns;
    }

    Optional<FieldColumns> columns(String field) {
        return Optional.ofNullable(stored.get(field));
    }

    /** The fields that are tables of pairs. */
    List<Link> links() {
        return List.copyOf(links);
    }

    <T> org.jooq.Field<T> column(String code, DataType<T> type) {
        return DSL.field(DSL.name(code), type);
    }

    org.jooq.Field<UUID> id() {
        return column(SystemFields.ID, SQLDataType.UUID);
    }

    private Table<Record> linkTable(Field field) {
        return schema.table(entity.code() + "__" + field.code());
    }

    /** A many-relation: its table has {@code source, target, position}. */
    record Link(Field field, String target, Table<Record> table) {
        static final org.jooq.Field<UUID> SOURCE = DSL.field(DSL.name("source"), SQLDataType.UUID);
        static final org.jooq.Field<UUID> TARGET = DSL.field(DSL.name("target"), SQLDataType.UUID);
        static final org.jooq.Field<Integer> POSITION = DSL.field(DSL.name("position"), SQLDataType.INTEGER);
    }

    /** The column or columns of one field. */
    record FieldColumns(Field field, List<org.jooq.Field<?>> columns) {

        static FieldColumns single(Field field, DataType<?> type) {
            return new FieldColumns(field, List.of(DSL.field(DSL.name(field.code()), type)));
        }

        static FieldColumns parts(Field field, Map<String, DataType<?>> parts) {
            return new FieldColumns(
                    field,
                    parts.entrySet().stream()
                            .<org.jooq.Field<?>>map(
                                    part -> DSL.field(DSL.name(field.code() + "__" + part.getKey()), part.getValue()))
                            .toList());
        }

        /** What is bound to the columns, in their order. */
        List<@Nullable Object> toColumns(@Nullable Object value) {
            if (columns.size() == 1) {
                return Arrays.asList(
                        ColumnValue.toColumn(value, columns.getFirst().getType()));
            }
            return value instanceof GeoPoint(BigDecimal longitude, BigDecimal latitude, @Nullable String address)
                    ? Arrays.asList(longitude, latitude, address)
                    : Arrays.asList(null, null, null);
        }

        /** The field's value in a row that holds all of its columns. */
        @Nullable
        Object fromRow(Record row) {
            if (columns.size() == 1) {
                Type type = field.type().valueType();
                return ColumnValue.toValue(row.get(columns.getFirst()), type);
            }
            BigDecimal longitude = (BigDecimal) row.get(columns.get(0));
            BigDecimal latitude = (BigDecimal) row.get(columns.get(1));
            return longitude == null || latitude == null
                    ? null
                    : new GeoPoint(longitude, latitude, (String) row.get(columns.get(2)));
        }
    }
}
