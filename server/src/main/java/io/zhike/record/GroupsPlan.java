package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.FieldType;
import io.zhike.entity.Option;
import io.zhike.entity.Storage;
import io.zhike.expression.Type;
import io.zhike.message.Label;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.AggregateFunction;
import org.jooq.Field;
import org.jooq.GroupField;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A grouped query, compiled: an inner statement that gives the keys and the measured values of each record under plain
 * names, and an outer one that groups by those names, so that no expression has to be recognised twice by the database.
 */
final class GroupsPlan {
    private static final int MAX_KEYS = 4;
    private static final int MAX_MEASURES = 20;
    private static final int PLACES = 10;

    private final RecordQuery.Groups query;
    private final Frame frame;
    private final Lens lens;
    private final List<Key> keys = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Field<?>> inner = new ArrayList<>();
    private final Select<Record> select;

    GroupsPlan(Lens lens, RecordQuery.Groups query) {
        EntityDefinition entity = lens.entity(query.from().entity());
        this.query = query;
        this.lens = lens;
        this.frame = new Frame(lens, entity);
        bounded("groups", query.groups().size(), MAX_KEYS);
        bounded("measures", query.measures().size(), MAX_MEASURES);
        query.groups().forEach(grouping -> keys.add(key(entity, grouping)));
        query.measures().forEach(measure -> figures.add(figure(entity, measure)));
        this.select = compile();
    }

    /** What records are grouped by: its place in the inner statement, and the order of its values. */
    private record Key(RecordQuery.Grouping grouping, ReadColumn column, Field<?> field, Field<?> order) {}

    /** A measure over a value of the inner statement. */
    private record Figure(String name, ReadColumn column, Field<?> field) {}

    private static void bounded(String what, int size, int most) {
        if (size > most) {
            throw QueryError.TOO_MANY.problem(what, most);
        }
    }

    private Key key(EntityDefinition entity, RecordQuery.Grouping grouping) {
        Leaf leaf = lens.resolve(entity, grouping.by());
        if (leaf.type() instanceof Type.ListOf) {
            throw QueryError.NOT_GROUPABLE.problem(grouping.by(), leaf.type().label());
        }
        String name = "g" + keys.size();
        Field<?> value = frame.value(leaf);
        if (grouping.bucket().isPresent()) {
            Bucket bucket = grouping.bucket().get();
            Field<LocalDate> first = first(leaf, value, grouping.by(), bucket);
            inner.add(first.as(name));
            Field<LocalDate> field = DSL.field(DSL.name(name), SQLDataType.LOCALDATE);
            return new Key(grouping, RecordJson.figure(grouping.by(), Type.TEXT), field, field);
        }
        inner.add(value.as(name));
        Field<?> field = DSL.field(DSL.name(name), value.getDataType());
        return new Key(grouping, column(grouping.by(), leaf), field, order(leaf, field));
    }

    /** The first day of the bucket that a value falls in, by the calendar of the workspace. */
    private Field<LocalDate> first(Leaf leaf, Field<?> value, String name, Bucket bucket) {
        Field<LocalDateTime> local = switch (leaf.type()) {
            case Type.Date _ -> value.cast(SQLDataType.LOCALDATETIME);
            case Type.DateTime _ ->
                DSL.function(
                        DSL.name("timezone"),
                        SQLDataType.LOCALDATETIME,
                        DSL.inline(lens.grants().environment().zone().getId()),
                        value);
            default -> throw QueryError.NOT_A_DATE.problem(name, bucket.code());
        };
        return DSL.function(DSL.name("date_trunc"), SQLDataType.LOCALDATETIME, DSL.inline(bucket.code()), local)
                .cast(SQLDataType.LOCALDATE);
    }

    private static Field<?> order(Leaf leaf, Field<?> field) {
        if (!(leaf.type() instanceof Type.Text)) {
            return field;
        }
        List<Option> options = leaf.fieldType().map(FieldType::options).orElseGet(List::of);
        return Sorts.inOrder(field, options, Sorts.isCode(leaf));
    }

    private Figure figure(EntityDefinition entity, RecordQuery.Measure measure) {
        String fn = measure.fn().name().toLowerCase(Locale.ROOT);
        if (measure.of().isEmpty()) {
            if (measure.fn() != RecordQuery.Measure.Fn.COUNT) {
                throw QueryError.MEASURE_NEEDS_FIELD.problem(fn);
            }
            return new Figure(fn, RecordJson.figure(fn, Type.NUMBER), DSL.count());
        }
        String of = measure.of().get();
        Leaf leaf = lens.resolve(entity, of);
        String name = "m" + figures.size();
        Field<?> value = frame.value(leaf);
        inner.add(value.as(name));
        Field<?> field = DSL.field(DSL.name(name), value.getDataType());
        return new Figure(
                fn + "(" + of + ")", column(measure.fn(), fn, of, leaf), figure(measure.fn(), fn, of, leaf, field));
    }

    private static ReadColumn column(RecordQuery.Measure.Fn fn, String code, String of, Leaf leaf) {
        String name = code + "(" + of + ")";
        return switch (fn) {
            case COUNT, COUNT_UNIQUE -> RecordJson.figure(name, Type.NUMBER);
            case AVG -> RecordJson.figure(name, leaf.type());
            case SUM, MIN, MAX -> column(name, leaf);
        };
    }

    /** A place is known by its address here, which is a text. */
    private static ReadColumn column(String name, Leaf leaf) {
        boolean parts = leaf.fieldType()
                .filter(type -> type.storage() instanceof Storage.Parts)
                .isPresent();
        return new ReadColumn(name, leaf.label(), leaf.type(), parts ? Optional.empty() : leaf.fieldType());
    }

    private static Field<?> figure(RecordQuery.Measure.Fn fn, String code, String of, Leaf leaf, Field<?> field) {
        return switch (fn) {
            case COUNT -> DSL.count(field);
            case COUNT_UNIQUE -> DSL.countDistinct(field);
            case SUM -> total(code, of, leaf, field, false);
            case AVG -> total(code, of, leaf, field, true);
            case MIN -> DSL.min(ordered(code, of, leaf, field));
            case MAX -> DSL.max(ordered(code, of, leaf, field));
        };
    }

    /** Sums of numbers are numbers, of durations durations; an average has the places that a division has. */
    private static Field<?> total(String code, String of, Leaf leaf, Field<?> field, boolean average) {
        if (!(leaf.type() instanceof Type.Number) && !(leaf.type() instanceof Type.Duration)) {
            throw QueryError.NOT_MEASURABLE.problem(of, code, new Label("数字或时长", "a number or a duration"));
        }
        Field<BigDecimal> number = field.coerce(SQLDataType.NUMERIC);
        AggregateFunction<BigDecimal> figure = average ? DSL.avg(number) : DSL.sum(number);
        return average ? DSL.round(figure, leaf.type() instanceof Type.Duration ? 0 : PLACES) : figure;
    }

    private static Field<?> ordered(String code, String of, Leaf leaf, Field<?> field) {
        return switch (leaf.type()) {
            case Type.Number _, Type.Date _, Type.DateTime _, Type.Duration _, Type.Text _ -> field;
            case Type.Bool _, Type.Member _, Type.Department _, Type.RecordOf _, Type.ListOf _, Type.Blank _ ->
                throw QueryError.NOT_MEASURABLE.problem(
                        of, code, new Label("数字、日期、时长或文本", "a number, a date, a duration or a text"));
        };
    }

    private Select<Record> compile() {
        var where = Selecting.where(lens, frame, query.from());
        List<Field<?>> given = inner.isEmpty() ? List.of(DSL.inline(1).as("one")) : inner;
        Table<?> records = DSL.select(given).from(frame.from()).where(where).asTable("records");
        List<Field<?>> selected = new ArrayList<>();
        keys.forEach(key -> selected.add(key.field()));
        figures.forEach(figure -> selected.add(figure.field()));
        boolean totals = query.totals() != RecordQuery.Totals.NONE && !keys.isEmpty();
        if (totals) {
            keys.forEach(key -> selected.add(DSL.grouping(key.field())));
        }
        var from = DSL.select(selected).from(records);
        if (keys.isEmpty()) {
            return from.groupBy().limit(DSL.inline(1));
        }
        var grouped = totals
                ? from.groupBy(DSL.groupingSets(sets()))
                : from.groupBy(keys.stream().map(Key::field).toArray(GroupField[]::new));
        return grouped.orderBy(order(totals)).limit(DSL.inline(query.limit() + 1));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private java.util.Collection<? extends Field<?>>[] sets() {
        List<Field<?>> all = keys.stream().<Field<?>>map(Key::field).collect(Collectors.toList());
        List<List<Field<?>>> sets = new ArrayList<>();
        if (query.totals() == RecordQuery.Totals.GRAND) {
            sets.add(all);
            sets.add(List.of());
        } else {
            for (int mask = (1 << all.size()) - 1; mask >= 0; mask--) {
                int bits = mask;
                sets.add(IntStream.range(0, all.size())
                        .filter(i -> (bits & (1 << i)) != 0)
                        .<Field<?>>mapToObj(all::get)
                        .collect(Collectors.toList()));
            }
        }
        return sets.toArray(new java.util.Collection[0]);
    }

    /** Totals after their groups, blanks last, then what was asked for, then the keys. */
    private List<OrderField<?>> order(boolean totals) {
        List<OrderField<?>> order = new ArrayList<>();
        if (totals) {
            keys.forEach(key -> order.add(DSL.grouping(key.field()).asc()));
        }
        query.sort().forEach(sort -> {
            Field<?> by = sorted(sort.by());
            order.add(sort.descending() ? by.desc().nullsLast() : by.asc().nullsLast());
        });
        keys.forEach(key -> order.add(key.order().asc().nullsLast()));
        return order;
    }

    private Field<?> sorted(String name) {
        Optional<Field<?>> key = keys.stream()
                .filter(k -> k.grouping().by().equals(name))
                .<Field<?>>map(Key::order)
                .findFirst();
        Optional<Field<?>> figure = figures.stream()
                .filter(f -> f.name().equals(name))
                .<Field<?>>map(Figure::field)
                .findFirst();
        return key.or(() -> figure).orElseThrow(() -> {
            List<String> names = new ArrayList<>();
            keys.forEach(k -> names.add(k.grouping().by()));
            figures.forEach(f -> names.add(f.name()));
            return QueryError.NOT_IN_GROUPS.problem(name, String.join(", ", names));
        });
    }

    Select<Record> select() {
        return select;
    }

    RecordGroups read(List<Record> rows, Names names) {
        boolean more = !keys.isEmpty() && rows.size() > query.limit();
        List<Record> shown = more ? rows.subList(0, query.limit()) : rows;
        List<@Nullable Object[]> values = new ArrayList<>();
        List<@Nullable Object[]> labels = new ArrayList<>();
        for (Record row : shown) {
            values.add(key(row));
            labels.add(new Object[keys.size()]);
        }
        List<ReadColumn> columns = keys.stream().map(Key::column).toList();
        names.fill(columns, values, labels);
        List<RecordGroups.Group> groups = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            groups.add(new RecordGroups.Group(
                    java.util.Arrays.asList(values.get(i)),
                    over(shown.get(i)),
                    figures(shown.get(i)),
                    java.util.Arrays.asList(labels.get(i))));
        }
        return new RecordGroups(columns, figures.stream().map(Figure::column).toList(), groups, more);
    }

    private @Nullable Object[] key(Record row) {
        @Nullable Object[] key = new Object[keys.size()];
        for (int i = 0; i < key.length; i++) {
            Object value = row.get(i);
            Optional<Bucket> bucket = keys.get(i).grouping().bucket();
            key[i] = value instanceof LocalDate first && bucket.isPresent()
                    ? bucket.get().key(first)
                    : ColumnValue.toValue(value, keys.get(i).column().type());
        }
        return key;
    }

    private List<Integer> over(Record row) {
        int first = keys.size() + figures.size();
        return row.size() == first
                ? List.of()
                : IntStream.range(0, keys.size())
                        .filter(i -> row.get(first + i, Integer.class) == 1)
                        .boxed()
                        .toList();
    }

    private List<@Nullable Object> figures(Record row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Object value = row.get(keys.size() + i);
            RecordQuery.Measure.Fn fn = query.measures().get(i).fn();
            boolean count = fn == RecordQuery.Measure.Fn.COUNT || fn == RecordQuery.Measure.Fn.COUNT_UNIQUE;
            Object figure = count && value != null
                    ? (Object) ((Number) value).longValue()
                    : ColumnValue.toValue(value, figures.get(i).column().type());
            values.add(
                    fn == RecordQuery.Measure.Fn.AVG && figure instanceof BigDecimal average ? plain(average) : figure);
        }
        return values;
    }

    private static BigDecimal plain(BigDecimal average) {
        BigDecimal bare = average.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0, java.math.RoundingMode.UNNECESSARY) : bare;
    }
}
