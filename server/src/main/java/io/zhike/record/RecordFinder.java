package io.zhike.record;

import io.zhike.access.Access;
import io.zhike.access.EntityGrant;
import io.zhike.access.Grants;
import io.zhike.access.ScopeConditions;
import io.zhike.definition.Definitions;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Storage;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Type;
import io.zhike.workspace.Caller;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds records by the values of some fields, many at once: for imports, which know their records by name or by key. */
@Service
public class RecordFinder {
    private final Definitions definitions;
    private final Access access;

    RecordFinder(Definitions definitions, Access access) {
        this.definitions = definitions;
        this.access = access;
    }

    /**
     * For each of {@code keys}, the values of {@code fields} in their order, the records that have them; a key that nothing
     * has is not in the answer. Only records and fields that the caller may read are found; one query.
     */
    public Map<List<Object>, List<UUID>> find(
            DSLContext ctx, Caller caller, String entityCode, List<String> fields, Collection<List<Object>> keys) {
        EntityCatalog catalog = EntityCatalog.of(definitions.published(caller.workspace()));
        EntityDefinition entity = catalog.get(entityCode);
        Grants grants = access.of(caller);
        EntityGrant grant = grants.on(entityCode);
        if (keys.isEmpty() || !grant.readable().containsAll(fields)) {
            return Map.of();
        }
        EntityTable table = EntityTable.of(entity, caller.workspace().schema());
        List<EntityTable.FieldColumns> columns =
                fields.stream().map(field -> table.columns(field).orElseThrow()).toList();
        Set<List<Object>> wanted = new HashSet<>();
        keys.forEach(key -> wanted.add(normal(key)));
        List<SelectField<?>> selected = new ArrayList<>(List.of(table.id()));
        columns.forEach(column -> selected.addAll(column.columns()));
        Map<List<Object>, List<UUID>> found = new HashMap<>();
        ctx.select(selected)
                .from(table.table())
                .where(first(columns.getFirst(), keys))
                .and(DSL.field(DSL.name(SystemFields.DELETED_AT), SQLDataType.TIMESTAMPWITHTIMEZONE)
                        .isNull())
                .and(ScopeConditions.of(grants, entity, grant.read()))
                .forEach(row -> {
                    List<Object> key = key(columns, row);
                    if (wanted.contains(key)) {
                        found.computeIfAbsent(key, _ -> new ArrayList<>()).add(row.get(table.id()));
                    }
                });
        return found;
    }

    /** Which of {@code fields} are blank in a record that the caller may read; none where there is no such record. */
    public Set<String> blank(DSLContext ctx, Caller caller, String entityCode, UUID id, Collection<String> fields) {
        Grants grants = access.of(caller);
        EntityDefinition entity = grants.catalog().get(entityCode);
        EntityGrant grant = grants.on(entityCode);
        EntityTable table = EntityTable.of(entity, caller.workspace().schema());
        Map<String, EntityTable.FieldColumns> columns = new LinkedHashMap<>();
        fields.stream()
                .filter(grant.readable()::contains)
                .forEach(field -> table.columns(field).ifPresent(found -> columns.put(field, found)));
        List<SelectField<?>> selected = new ArrayList<>();
        columns.values().forEach(column -> selected.addAll(column.columns()));
        Set<String> blank = new HashSet<>();
        ctx.select(selected)
                .from(table.table())
                .where(table.id().eq(id))
                .and(ScopeConditions.of(grants, entity, grant.read()))
                .forEach(row -> columns.forEach((field, column) -> {
                    if (column.fromRow(row) == null) {
                        blank.add(field);
                    }
                }));
        return blank;
    }

    /** Whether records of {@code entity} can be found by the field: it is there for the caller, and one value of one column. */
    public boolean finds(Caller caller, String entity, String field) {
        Grants grants = access.of(caller);
        return grants.on(entity).readable().contains(field)
                && grants.catalog()
                        .find(entity)
                        .flatMap(found -> found.field(field))
                        .filter(RecordFinder::isKey)
                        .isPresent();
    }

    /** Whether a field can be a part of a key: one value in one column. */
    public static boolean isKey(Field field) {
        return field.type().storage() instanceof Storage.Column
                && !field.type().encrypted()
                && !(field.type().valueType() instanceof Type.ListOf);
    }

    /** A key as the answers of {@link #find} are found by: 5 and 5.00 are the same. */
    public static List<Object> normal(List<Object> key) {
        return key.stream().map(RecordFinder::normal).toList();
    }

    private static Object normal(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    private static org.jooq.Condition first(EntityTable.FieldColumns column, Collection<List<Object>> keys) {
        Set<@Nullable Object> values = new HashSet<>();
        keys.forEach(key -> values.add(column.toColumns(key.getFirst()).getFirst()));
        return column.columns().getFirst().in(values);
    }

    private static List<Object> key(List<EntityTable.FieldColumns> columns, Record row) {
        List<Object> key = new ArrayList<>(columns.size());
        for (EntityTable.FieldColumns column : columns) {
            Object value = column.fromRow(row);
            key.add(value == null ? "" : normal(value));
        }
        return key;
    }
}
