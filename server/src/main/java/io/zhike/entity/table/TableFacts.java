package io.zhike.entity.table;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.quotedName;

import io.zhike.entity.Field;
import io.zhike.entity.Storage;
import io.zhike.entity.SystemFields;
import io.zhike.entity.TableNames;
import io.zhike.store.Ddl;
import io.zhike.store.WorkspaceSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What the data of a table say before it is changed. Only reads. */
final class TableFacts {
    private static final int PAGE = 10_000;
    private static final int SAMPLES = 5;
    private static final org.jooq.Field<UUID> ID = DSL.field(quotedName(SystemFields.ID), SQLDataType.UUID);

    private static final org.jooq.Field<String> ENTITY = DSL.field(quotedName("entity"), SQLDataType.CLOB);
    private static final org.jooq.Field<JSONB> BEFORE = DSL.field(quotedName("before"), SQLDataType.JSONB);
    private static final org.jooq.Field<JSONB> AFTER = DSL.field(quotedName("after"), SQLDataType.JSONB);

    private final DSLContext ctx;
    private final WorkspaceSchema schema;

    TableFacts(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.schema = schema;
    }

    /** A count of rows and some of their values. */
    record Found(long count, List<String> samples) {}

    /** What a change of type would do. */
    record Conversion(long rewritten, long refused, List<String> samples) {}

    long rows(String table) {
        return Ddl.hasTable(ctx, schema, table) ? ctx.fetchCount(schema.table(table)) : 0;
    }

    /** How many rows have a value in any column of the field, or how many pairs its link table holds. */
    long held(String table, FieldShape shape) {
        if (shape.links() != null) {
            return rows(shape.links().table());
        }
        if (shape.columns().isEmpty()
                || !Ddl.hasColumn(ctx, schema, table, shape.columns().getFirst().name())) {
            return 0;
        }
        Condition any = DSL.noCondition();
        for (ColumnShape column : shape.columns()) {
            any = any.or(column.field().isNotNull());
        }
        return ctx.fetchCount(schema.table(table), any);
    }

    /** Whether a record has a value of the field, or had one since its history began. Reads the history only where none has. */
    boolean everHeld(String entity, FieldShape shape) {
        if (held(TableNames.table(entity), shape) > 0) {
            return true;
        }
        Condition said = DSL.jsonbGetAttributeAsText(BEFORE, shape.code())
                .isNotNull()
                .or(DSL.jsonbGetAttributeAsText(AFTER, shape.code()).isNotNull());
        return ctx.fetchExists(schema.table("change"), ENTITY.eq(entity).and(said));
    }

    /** How many records that are not deleted have no value. */
    long blanks(String entity, FieldShape shape) {
        Table<Record> table = schema.table(TableNames.table(entity));
        Condition blank = live();
        if (shape.links() != null) {
            Table<Record> links = schema.table(shape.links().table());
            blank = blank.andNotExists(DSL.selectOne()
                    .from(links)
                    .where(DSL.field(links.getQualifiedName().append(TableNames.SOURCE), SQLDataType.UUID)
                            .eq(DSL.field(table.getQualifiedName().append(SystemFields.ID), SQLDataType.UUID))));
        }
        for (ColumnShape column : shape.columns()) {
            blank = blank.and(column.field().isNull());
        }
        return ctx.fetchCount(table, blank);
    }

    /** The values that more than one record has. */
    Found duplicates(String entity, IndexShape index) {
        org.jooq.Field<Object> column =
                DSL.field(quotedName(index.parts().getFirst().column()));
        Result<Record2<Object, Integer>> found = ctx.select(column, count())
                .from(schema.table(TableNames.table(entity)))
                .where(live(), column.isNotNull())
                .groupBy(column)
                .having(count().gt(1))
                .orderBy(count().desc())
                .fetch();
        List<String> samples = found.stream()
                .limit(SAMPLES)
                .map(row -> row.value1() + " × " + row.value2())
                .toList();
        return new Found(found.size(), samples);
    }

    /** Tries the conversion on every value, deleted records included. */
    Conversion conversion(String entity, Field before, Field after, ValueConversion conversion) {
        boolean sameColumn = ColumnKind.of(type(before)) == ColumnKind.of(type(after));
        long[] counts = new long[2];
        Set<String> samples = new LinkedHashSet<>();
        pages(TableNames.table(entity), before.code(), type(before), (id, value) -> {
            Optional<Object> converted = conversion.convert(value);
            if (converted.isEmpty()) {
                counts[1]++;
                if (samples.size() < SAMPLES) {
                    samples.add(conversion.shown(value));
                }
            }
            if (!sameColumn || !converted.equals(Optional.of(value))) {
                counts[0]++;
            }
        });
        return new Conversion(counts[0], counts[1], List.copyOf(samples));
    }

    /** Gives {@code each} the id and the value of every row that has one, a page at a time. */
    private <T> void pages(String table, String column, DataType<T> type, BiConsumer<UUID, Object> each) {
        org.jooq.Field<T> field = DSL.field(quotedName(column), type);
        UUID last = new UUID(0, 0);
        while (true) {
            Result<Record2<UUID, T>> page = ctx.select(ID, field)
                    .from(schema.table(table))
                    .where(ID.gt(last), field.isNotNull())
                    .orderBy(ID)
                    .limit(PAGE)
                    .fetch();
            page.forEach(row -> each.accept(row.value1(), row.value2()));
            if (page.size() < PAGE) {
                return;
            }
            last = page.getLast().value1();
        }
    }

    /** The lowest number with which nothing of that name is apart yet. */
    int turn(String table, List<String> names) {
        int turn = 1;
        while (taken(table, names, turn)) {
            turn++;
        }
        return turn;
    }

    private boolean taken(String table, List<String> names, int turn) {
        List<String> apart = new ArrayList<>();
        names.forEach(name -> apart.add(Apart.name(name, turn)));
        return apart.stream()
                .anyMatch(name -> Ddl.hasTable(ctx, schema, name) || Ddl.hasColumn(ctx, schema, table, name));
    }

    static DataType<?> type(Field field) {
        if (field.type().storage() instanceof Storage.Column(DataType<?> type)) {
            return type;
        }
        throw new IllegalArgumentException("'" + field.code() + "' is no column");
    }

    private static Condition live() {
        return DSL.field(quotedName(SystemFields.DELETED_AT), SQLDataType.INSTANT)
                .isNull();
    }
}
