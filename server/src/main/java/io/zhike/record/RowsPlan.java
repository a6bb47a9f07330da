package io.zhike.record;

import io.zhike.access.NewestShared;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Storage;
import io.zhike.entity.SystemFields;
import io.zhike.http.Cursor;
import io.zhike.message.Issue;
import io.zhike.message.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** A list query, compiled: what is selected, from where, under which conditions, in which order. */
final class RowsPlan {
    private static final int MAX_FIELDS = 200;

    /** The places of a page among all records, as a table of its statement. */
    private static final String FIRST = "first";

    /** Named by us: jOOQ would find a name by writing the whole statement out. */
    private static final String ALL = "all";

    private static final Set<String> ALWAYS = Set.of(SystemFields.ID, SystemFields.NUMBER, SystemFields.VERSION);

    private final Frame frame;
    private final List<Output> outputs;
    private final Keyset keyset;
    private final Supplier<Condition> where;
    private final Supplier<List<Branch>> branches;
    private final List<Field<?>> selected = new ArrayList<>();
    private final int[] at;
    private final int keysAt;

    RowsPlan(Lens lens, RecordQuery.Rows query) {
        this(lens, query, frame -> outputs(frame, lens, query));
    }

    /** @param wanted what is read of each record instead of the fields of {@code query} */
    RowsPlan(Lens lens, RecordQuery.Rows query, Function<Frame, List<Output>> wanted) {
        this.frame = new Frame(lens, lens.entity(query.from().entity()));
        this.outputs = wanted.apply(frame);
        this.where = () -> Selecting.where(lens, frame, query.from());
        this.branches = () -> Selecting.branches(lens, frame, query.from());
        this.keyset = new Sorts(frame, lens).keyset(query.sort());
        selected.add(frame.id());
        selected.add(frame.system(SystemFields.NUMBER, SQLDataType.BIGINT));
        selected.add(frame.system(SystemFields.VERSION, SQLDataType.INTEGER));
        this.at = new int[outputs.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = selected.size();
            for (Field<?> column : outputs.get(i).columns()) {
                selected.add(column.as("c" + selected.size()));
            }
        }
        this.keysAt = selected.size();
        selected.addAll(keyset.fields());
    }

    private static List<Output> outputs(Frame frame, Lens lens, RecordQuery.Rows query) {
        EntityDefinition entity = frame.entity();
        List<String> wanted = query.fields().orElseGet(() -> usual(lens, entity));
        if (wanted.size() > MAX_FIELDS) {
            throw QueryError.TOO_MANY.problem("fields", MAX_FIELDS);
        }
        List<Output> found = new ArrayList<>();
        List<Issue> issues = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i);
            if (!ALWAYS.contains(name)
                    && found.stream().noneMatch(o -> o.column().name().equals(name))) {
                try {
                    found.add(Output.of(frame, name, lens.outgoing(entity, name)));
                } catch (ProblemException refused) {
                    issues.add(new Issue("fields[" + i + "]", refused.message()));
                }
            }
        }
        if (!issues.isEmpty()) {
            throw new ProblemException(
                    io.zhike.message.Fault.INVALID, issues.getFirst().message(), issues);
        }
        return found;
    }

    /** All fields that are there for the caller, except what lies in other tables. */
    private static List<String> usual(Lens lens, EntityDefinition entity) {
        return lens.shown(entity).stream()
                .filter(field -> !(field.type().storage() instanceof Storage.Children))
                .map(io.zhike.entity.Field::code)
                .filter(code -> !code.equals(SystemFields.DELETED_AT))
                .toList();
    }

    List<ReadColumn> columns() {
        return outputs.stream().map(Output::column).toList();
    }

    Keyset keyset() {
        return keyset;
    }

    /** One part of the list from {@code after} on. */
    Select<Record> page(Keyset.Part part, @Nullable Cursor after, int limit) {
        List<Branch> ways = branches.get();
        if (ways.size() == 1) {
            return DSL.select(selected)
                    .from(frame.from())
                    .where(ways.getFirst().where())
                    .and(keyset.from(part, after))
                    .orderBy(keyset.orderBy(part))
                    .limit(DSL.inline(limit));
        }
        Table<Record> first = beginnings(ways, part, after, limit).asTable(FIRST);
        return DSL.select(selected)
                .from(frame.from().join(first).on(frame.id().eq(keyset.id(FIRST))))
                .orderBy(keyset.orderBy(part));
    }

    /**
     * Where the records of the page stand: the first ones of each branch, each found in its own way. They come in the order of
     * the list from each, so they are merged, and what comes by several ways stands side by side: no more is read than shown.
     */
    private Select<Record> beginnings(List<Branch> ways, Keyset.Part part, @Nullable Cursor after, int limit) {
        Select<Record> together = ways.stream()
                .map(way -> beginning(way, part, after, limit))
                .reduce(Select::unionAll)
                .orElseThrow();
        return DSL.selectDistinct(DSL.asterisk())
                .from(together.asTable(ALL))
                .orderBy(keyset.orderByNames(part))
                .limit(DSL.inline(limit));
    }

    private Select<Record> beginning(Branch way, Keyset.Part part, @Nullable Cursor after, int limit) {
        Optional<Branch.FromShares> shares = way.shares().filter(_ -> keyset.newestFirst());
        if (shares.isEmpty()) {
            return DSL.select(keyset.fields())
                    .from(frame.from())
                    .where(way.where())
                    .and(keyset.from(part, after))
                    .orderBy(keyset.orderBy(part))
                    .limit(DSL.inline(limit));
        }
        NewestShared records = shares.get().records();
        // Selected from the shares, so that PostgreSQL knows them to be in order and reads no more than the page takes.
        return DSL.select(keyset.fields(List.of(records.made(), records.record())))
                .from(frame.from().join(records.table()).on(frame.id().eq(records.record())))
                .where(shares.get().where())
                .and(keyset.from(part, after))
                .orderBy(records.made().desc(), records.record())
                .limit(DSL.inline(limit));
    }

    /** All of the list. */
    SelectLimitStep<Record> all() {
        return DSL.select(selected).from(frame.from()).where(where.get()).orderBy(keyset.orderBy());
    }

    /** The one record of that id. */
    Select<Record> one(UUID id) {
        return those(Set.of(id));
    }

    /** The records of those ids, in no order. */
    Select<Record> those(Collection<UUID> ids) {
        return DSL.select(selected)
                .from(frame.from())
                .where(where.get())
                .and(frame.id().in(ids));
    }

    @Nullable
    Object[] values(Record row) {
        @Nullable Object[] values = new Object[at.length];
        for (int i = 0; i < at.length; i++) {
            values[i] = outputs.get(i).read(row, at[i]);
        }
        return values;
    }

    ReadRecord record(Record row, @Nullable Object[] values, @Nullable Object[] labels) {
        return new ReadRecord(
                row.get(0, UUID.class), row.get(1, Long.class), row.get(2, Integer.class), values, labels);
    }

    Cursor cursor(Record row) {
        return keyset.cursor(row, keysAt);
    }
}
