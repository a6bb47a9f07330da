package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.FieldType;
import io.zhike.entity.SystemFields;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Environment;
import io.zhike.expression.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * What people call the records, members, departments and files that values point to: one statement for each kind of
 * thing, however many values. A record that the caller may not read has no name; one whose title is hidden or
 * blank is called by its number.
 */
final class Names {
    private final DSLContext ctx;
    private final Lens lens;

    Names(DSLContext ctx, Lens lens) {
        this.ctx = ctx;
        this.lens = lens;
    }

    /** Where the label of a value comes from. */
    sealed interface Source {
        /** From the title of a record. */
        record OfRecord(String entity) implements Source {}

        /** From a row with a name. */
        record OfRow(String table) implements Source {}

        /** From the value alone. */
        record Shown(FieldType type) implements Source {}

        /** Empty where the values of a column speak for themselves. */
        static Optional<Source> of(ReadColumn column) {
            Type type = column.type() instanceof Type.ListOf(Type element) ? element : column.type();
            return switch (type) {
                case Type.Member _ -> Optional.of(new OfRow("member"));
                case Type.Department _ -> Optional.of(new OfRow("department"));
                case Type.RecordOf(String entity) when !entity.startsWith("$") -> Optional.of(new OfRecord(entity));
                default -> column.fieldType().flatMap(Source::of);
            };
        }

        private static Optional<Source> of(FieldType type) {
            if (type.files().isPresent()) {
                return Optional.of(new OfRow("file"));
            }
            return type.code().equals("region") ? Optional.of(new Shown(type)) : Optional.empty();
        }
    }

    /**
     * Fills in {@code labels} for {@code values}, both by row and column.
     *
     * @param columns what each column of the rows holds
     */
    void fill(List<ReadColumn> columns, List<@Nullable Object[]> values, List<@Nullable Object[]> labels) {
        List<Optional<Source>> sources = columns.stream().map(Source::of).toList();
        Map<Source, Map<Object, String>> known = look(sources, values);
        for (int row = 0; row < values.size(); row++) {
            for (int i = 0; i < sources.size(); i++) {
                Object value = values.get(row)[i];
                Map<Object, String> names =
                        value == null ? null : sources.get(i).map(known::get).orElse(null);
                if (value != null && names != null) {
                    labels.get(row)[i] = named(value, names);
                }
            }
        }
    }

    private static @Nullable Object named(Object value, Map<Object, String> names) {
        if (!(value instanceof List<?> list)) {
            return names.get(value);
        }
        List<@Nullable String> labels = new ArrayList<>();
        list.forEach(item -> labels.add(names.get(item)));
        return labels;
    }

    private Map<Source, Map<Object, String>> look(List<Optional<Source>> sources, List<@Nullable Object[]> values) {
        Map<Source, Set<Object>> wanted = new LinkedHashMap<>();
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).isPresent()) {
                Set<Object> of = wanted.computeIfAbsent(sources.get(i).get(), _ -> new LinkedHashSet<>());
                for (@Nullable Object[] row : values) {
                    collect(row[i], of);
                }
            }
        }
        Map<Object, String> people = people(wanted);
        Map<Source, Map<Object, String>> known = new HashMap<>();
        wanted.forEach((source, of) -> known.put(
                source, of.isEmpty() ? Map.of() : source instanceof Source.OfRow ? people : names(source, of)));
        return known;
    }

    private static void collect(@Nullable Object value, Set<Object> into) {
        if (value instanceof List<?> list) {
            into.addAll(list);
        } else if (value != null) {
            into.add(value);
        }
    }

    private Map<Object, String> names(Source source, Set<Object> wanted) {
        return switch (source) {
            case Source.OfRow _ -> throw new IllegalStateException("unreachable: looked up together");
            case Source.OfRecord(String entity) ->
                lens.grants()
                        .catalog()
                        .find(entity)
                        .map(found -> titles(found, ids(wanted)))
                        .orElseGet(Map::of);
            case Source.Shown(FieldType type) -> {
                Map<Object, String> shown = new HashMap<>();
                wanted.forEach(value -> shown.put(value, type.display(value, context())));
                yield shown;
            }
        };
    }

    private static UUID[] ids(Set<Object> wanted) {
        return wanted.toArray(UUID[]::new);
    }

    /** Members, departments and files in one statement; no two of them have the same id. */
    private Map<Object, String> people(Map<Source, Set<Object>> wanted) {
        Field<UUID> id = DSL.field(DSL.quotedName("id"), SQLDataType.UUID);
        Field<String> name = DSL.field(DSL.quotedName("name"), SQLDataType.CLOB);
        @Nullable Select<Record2<UUID, String>> all = null;
        for (Map.Entry<Source, Set<Object>> entry : wanted.entrySet()) {
            if (entry.getKey() instanceof Source.OfRow(String table)
                    && !entry.getValue().isEmpty()) {
                Select<Record2<UUID, String>> some = DSL.select(id, name)
                        .from(lens.grants().schema().table(table))
                        .where(id.eq(DSL.any(DSL.val(ids(entry.getValue()), SQLDataType.UUID.array()))));
                all = all == null ? some : all.unionAll(some);
            }
        }
        Map<Object, String> names = new HashMap<>();
        if (all != null) {
            ctx.fetch(all).forEach(row -> names.put(row.value1(), row.value2()));
        }
        return names;
    }

    /** What the records of those ids are called, by their id; without those that the caller may not read. One statement. */
    Map<Object, String> titles(EntityDefinition entity, UUID[] ids) {
        Frame frame = new Frame(lens, entity);
        Output output = Output.of(frame, entity.title(), lens.title(entity));
        Map<Object, String> titles = new HashMap<>();
        List<Field<?>> selected =
                new ArrayList<>(List.of(frame.id(), frame.system(SystemFields.NUMBER, SQLDataType.BIGINT)));
        selected.addAll(output.columns());
        ctx.select(selected)
                .from(frame.from())
                .where(frame.id().eq(DSL.any(DSL.val(ids, SQLDataType.UUID.array()))))
                .and(frame.rows(false))
                .forEach(row -> {
                    Object value = output.read(row, 2);
                    titles.put(
                            row.get(0), value == null ? String.valueOf(row.get(1)) : output.display(value, context()));
                });
        return titles;
    }

    private ValueContext context() {
        Environment environment = lens.grants().environment();
        return new ValueContext(environment.zone(), environment.language());
    }
}
