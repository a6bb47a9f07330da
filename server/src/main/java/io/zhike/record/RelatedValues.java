package io.zhike.record;

import io.zhike.access.People;
import io.zhike.access.RecordScope;
import io.zhike.entity.EntityDefinition;
import io.zhike.expression.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** What lies behind the relations of some records, whoever asks: for each path its value by the id that it begins at. */
final class RelatedValues {
    /** Nothing is known of what lies behind relations: all of it is blank. */
    static final RelatedValues NONE = new RelatedValues(Map.of());

    private static final String ALIAS = "asked";

    private final Map<List<String>, Map<Object, Object>> byPath;

    private RelatedValues(Map<List<String>, Map<Object, Object>> byPath) {
        this.byPath = byPath;
    }

    /** The values at {@code paths} of {@code records}, of two codes or more each; one statement for each first code. */
    static RelatedValues load(WriteRun run, Set<List<String>> paths, List<RecordValues> records) {
        Map<String, List<List<String>>> byRelation = new LinkedHashMap<>();
        paths.forEach(path -> byRelation
                .computeIfAbsent(path.getFirst(), _ -> new ArrayList<>())
                .add(path));
        Map<List<String>, Map<Object, Object>> found = new HashMap<>();
        byRelation.forEach((relation, led) -> {
            Set<UUID> ids = new TreeSet<>();
            for (RecordValues record : records) {
                if (record.get(relation) instanceof UUID id) {
                    ids.add(id);
                }
            }
            if (!ids.isEmpty()) {
                load(run, relation, led, ids, found);
            }
        });
        return found.isEmpty() ? NONE : new RelatedValues(found);
    }

    /** A list of ids stands for records of the entity that have nothing but the relation. */
    private static void load(
            WriteRun run,
            String relation,
            List<List<String>> paths,
            Set<UUID> ids,
            Map<List<String>, Map<Object, Object>> found) {
        Table<?> asked = DSL.unnest(DSL.val(ids.toArray(UUID[]::new), SQLDataType.UUID.array()))
                .as(ALIAS, relation);
        RecordScope scope = new RecordScope(run.grants(), run.entity(), asked, RecordScope.Sight.EVERYTHING);
        Field<UUID> id = scope.column(relation, SQLDataType.UUID);
        List<SelectField<?>> selected = new ArrayList<>(List.of(id));
        paths.forEach(path -> selected.add(scope.path(path)));
        List<Type> types = paths.stream().map(path -> type(run, path)).toList();
        run.ctx().select(selected).from(asked).forEach(row -> {
            for (int i = 0; i < paths.size(); i++) {
                Object value = ColumnValue.toValue(row.get(i + 1), types.get(i));
                if (value != null) {
                    found.computeIfAbsent(paths.get(i), _ -> new HashMap<>()).put(row.get(0), value);
                }
            }
        });
    }

    private static Type type(WriteRun run, List<String> path) {
        Type type = Type.BLANK;
        EntityDefinition at = run.entity();
        for (int i = 0; i < path.size(); i++) {
            type = at == null
                    ? People.type(People.kind(type), path.get(i))
                    : at.fields().get(path.get(i)).type().valueType();
            at = type instanceof Type.RecordOf(String target) ? run.catalog().get(target) : null;
        }
        return type;
    }

    /** The value at {@code path} from a record that points to {@code from}; null where it is blank. */
    @Nullable
    Object value(List<String> path, @Nullable Object from) {
        Map<Object, Object> values = byPath.get(path);
        return values == null || from == null ? null : values.get(from);
    }
}
