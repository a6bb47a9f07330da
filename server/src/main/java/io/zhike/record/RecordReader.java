package io.zhike.record;

import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.definition.DefinitionSet;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.FieldType;
import io.zhike.entity.FieldTypes;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Expression;
import io.zhike.message.Label;
import io.zhike.message.ProblemException;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The gate out: the only way to read records. Every question is compiled with the caller's row scope and field mask; a
 * question that takes too long is stopped.
 */
@Component
public class RecordReader {
    /** Enough for a condition over millions of records, not for one that should have had an index. */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private static final Duration STREAM_LIMIT = Duration.ofHours(1);
    private static final int CHUNK = 500;

    private final Database database;
    private final Access access;
    private final SealedValues sealed;

    RecordReader(Database database, Access access, SealedValues sealed) {
        this.sealed = sealed;
        this.database = database;
        this.access = access;
    }

    /** What the caller sees of the workspace just now. */
    Lens lens(Caller caller) {
        return new Lens(access.of(caller), sealed);
    }

    /** All of {@code definitions}, such as drafts, for somebody whose right to see them is known. */
    Lens lens(Caller caller, DefinitionSet definitions) {
        return new Lens(access.toAll(caller, definitions), sealed);
    }

    /** One page of a list. */
    public RecordPage page(Caller caller, RecordQuery.Rows query) {
        Lens lens = lens(caller);
        RowsPlan plan = new RowsPlan(lens, query);
        io.zhike.http.Cursor after = query.after().map(plan.keyset()::parse).orElse(null);
        List<Keyset.Part> parts = plan.keyset().parts(after);
        Function<DSLContext, RecordPage> read = ctx -> {
            List<Record> rows = new ArrayList<>();
            for (Keyset.Part part : parts) {
                int missing = query.limit() + 1 - rows.size();
                if (missing > 0) {
                    rows.addAll(ctx.fetch(plan.page(part, after, missing)));
                }
            }
            boolean more = rows.size() > query.limit();
            List<Record> shown = more ? rows.subList(0, query.limit()) : rows;
            Optional<String> next =
                    more ? Optional.of(plan.cursor(shown.getLast()).token()) : Optional.empty();
            return new RecordPage(plan.columns(), named(ctx, lens, plan, shown), next);
        };
        // Two statements could see a record in both parts when it changes between them, one cannot.
        return parts.size() == 1 ? database.read(LIMIT, read) : database.reading(LIMIT, read);
    }

    /**
     * One record with all fields that the caller may read.
     *
     * @throws io.zhike.message.ProblemException {@code record-not-found} where there is none, or none that the caller reads
     */
    public OneRecord one(Caller caller, String entity, UUID id) {
        Lens lens = lens(caller);
        EntityDefinition found = lens.entity(entity);
        return find(lens, entity, id).orElseThrow(() -> RecordError.RECORD_NOT_FOUND.problem(found.label(), id));
    }

    /** As {@link #one}; empty where there is no such record, or none that the caller reads. */
    Optional<OneRecord> find(Lens lens, String entity, UUID id) {
        return one(lens, new RowsPlan(lens, RecordQuery.Rows.of(RecordQuery.Selection.of(entity))), id);
    }

    private Optional<OneRecord> one(Lens lens, RowsPlan plan, UUID id) {
        return database.read(LIMIT, ctx -> {
            List<Record> rows = List.copyOf(ctx.fetch(plan.one(id)));
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new OneRecord(
                            plan.columns(), named(ctx, lens, plan, rows).getFirst()));
        });
    }

    /**
     * What {@code expression}, whose names were looked up through {@code lens}, gives for one record, as its column
     * {@code value}; empty where there is no such record, none that the caller reads, or where no field could hold the result.
     */
    Optional<OneRecord> evaluate(Lens lens, EntityDefinition entity, UUID id, Expression expression) {
        RecordQuery.Rows none = RecordQuery.Rows.of(RecordQuery.Selection.of(entity.code()));
        RowsPlan plan = new RowsPlan(
                lens,
                none,
                frame -> computed(frame, "value", expression).stream().toList());
        return plan.columns().isEmpty() ? Optional.empty() : one(lens, plan, id);
    }

    /** Those of {@code paths} that lead from {@code entity} to something the caller may read, in their order. */
    public List<String> readable(Caller caller, String entity, List<String> paths) {
        return leading(lens(caller)::resolve, lens(caller).entity(entity), paths);
    }

    /** The same, with what goes out as its mask. */
    public List<String> shown(Caller caller, String entity, List<String> paths) {
        return leading(lens(caller)::outgoing, lens(caller).entity(entity), paths);
    }

    private static List<String> leading(
            BiFunction<EntityDefinition, String, Leaf> way, EntityDefinition from, List<String> paths) {
        return paths.stream()
                .filter(path -> resolved(way, from, path).isPresent())
                .distinct()
                .toList();
    }

    /**
     * Those of {@code ids} that the caller may read, by one statement: fields by their paths, and what {@code sentences} give.
     * What cannot be read, or is no field and no sentence, is left out and not refused.
     */
    public Facts facts(Caller caller, String entity, Collection<UUID> ids, List<String> paths, List<String> sentences) {
        Lens lens = lens(caller);
        EntityDefinition found = lens.entity(entity);
        RowsPlan plan = new RowsPlan(lens, RecordQuery.Rows.of(RecordQuery.Selection.of(entity)), frame -> {
            List<Output> outputs = new ArrayList<>();
            paths.stream()
                    .distinct()
                    .forEach(path -> resolved(lens::outgoing, found, path)
                            .ifPresent(leaf -> outputs.add(Output.of(frame, path, leaf))));
            sentences.stream()
                    .distinct()
                    .forEach(text -> lens.check(found, text)
                            .expression()
                            .flatMap(expression -> computed(frame, Facts.name(text), expression))
                            .ifPresent(outputs::add));
            return outputs;
        });
        return database.read(
                LIMIT,
                ctx -> new Facts(plan.columns(), named(ctx, lens, plan, List.copyOf(ctx.fetch(plan.those(ids))))));
    }

    /** Those of {@code ids} with all fields that the caller may read: the living, then those in the recycle bin. */
    public Facts whole(Caller caller, String entity, Collection<UUID> ids) {
        Lens lens = lens(caller);
        List<ReadColumn> columns = List.of();
        List<ReadRecord> records = new ArrayList<>();
        for (boolean deleted : new boolean[] {false, true}) {
            RecordQuery.Selection those =
                    new RecordQuery.Selection(entity, Optional.empty(), Optional.empty(), deleted);
            RowsPlan plan = new RowsPlan(lens, RecordQuery.Rows.of(those));
            columns = plan.columns();
            records.addAll(database.read(
                    LIMIT, ctx -> named(ctx, lens, plan, List.copyOf(ctx.fetch(plan.those(ids))))));
        }
        return new Facts(columns, records);
    }

    private static Optional<Leaf> resolved(
            BiFunction<EntityDefinition, String, Leaf> way, EntityDefinition entity, String path) {
        try {
            return Optional.of(way.apply(entity, path));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    /** A column with what an expression gives; empty where no field could hold it. */
    private static Optional<Output> computed(Frame frame, String name, Expression expression) {
        return FieldTypes.holding(expression.type()).map(type -> {
            ReadColumn column = new ReadColumn(name, Label.of(name), expression.type(), Optional.of(type));
            return new Output(column, List.of(frame.computed(expression)));
        });
    }

    /**
     * What expressions give for some records, in the transaction of {@code ctx}. Each record of the answer has a value and a
     * label for every one of {@code texts}, in their order.
     *
     * @param texts expressions over {@code entity}; a name that the caller may not read is none
     * @return in no order, without records that are not there or that the caller does not read
     * @throws io.zhike.message.ProblemException where a text is wrong for this caller
     */
    public List<ReadRecord> worked(
            DSLContext ctx, Grants grants, String entity, Collection<UUID> ids, List<String> texts) {
        Lens lens = new Lens(grants, sealed);
        EntityDefinition found = lens.entity(entity);
        RecordQuery.Rows none = RecordQuery.Rows.of(RecordQuery.Selection.of(entity));
        RowsPlan plan = new RowsPlan(
                lens,
                none,
                frame -> texts.stream()
                        .map(text -> computed(frame, lens.check(found, text).orThrow()))
                        .toList());
        return named(ctx, lens, plan, List.copyOf(ctx.fetch(plan.those(ids))));
    }

    /**
     * What expressions, each a text or its tree, give for some records, in the transaction of {@code ctx}: by one statement and
     * one more for each kind of thing that results point to.
     *
     * @param deleted whether records of the recycle bin are meant instead of the living ones
     * @return in no order, without records that are not there or that the caller does not read
     * @throws io.zhike.message.ProblemException where an expression is wrong for this caller
     */
    public List<WorkedRecord> workOut(
            DSLContext ctx,
            Grants grants,
            String entity,
            Collection<UUID> ids,
            List<JsonNode> expressions,
            boolean deleted) {
        Lens lens = new Lens(grants, sealed);
        EntityDefinition found = lens.entity(entity);
        ResultLook looks = new ResultLook(lens);
        RecordQuery.Selection from = new RecordQuery.Selection(entity, Optional.empty(), Optional.empty(), deleted);
        RowsPlan plan = new RowsPlan(
                lens,
                RecordQuery.Rows.of(from),
                frame -> expressions.stream()
                        .map(text -> shown(frame, looks, lens.check(found, text).orThrow()))
                        .toList());
        return named(ctx, lens, plan, List.copyOf(ctx.fetch(plan.those(ids)))).stream()
                .map(record -> worked(plan.columns(), record))
                .toList();
    }

    /** Those of {@code ids} that a condition holds for; as {@link #workOut}, and no statement for none of them. */
    public Set<UUID> holding(
            DSLContext ctx, Grants grants, String entity, Collection<UUID> ids, JsonNode condition, boolean deleted) {
        return ids.isEmpty()
                ? Set.of()
                : workOut(ctx, grants, entity, ids, List.of(condition), deleted).stream()
                        .filter(record -> record.given().getFirst().holds())
                        .map(WorkedRecord::id)
                        .collect(Collectors.toSet());
    }

    private static Output shown(Frame frame, ResultLook looks, Expression expression) {
        Optional<FieldType> like = looks.ofAny(frame.entity(), expression);
        ReadColumn column = new ReadColumn("value", Label.of("value"), expression.type(), like);
        return new Output(column, List.of(frame.computed(expression)));
    }

    private static WorkedRecord worked(List<ReadColumn> columns, ReadRecord record) {
        List<WorkedRecord.Given> given = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            given.add(new WorkedRecord.Given(
                    columns.get(i).type(), columns.get(i).fieldType(), record.value(i), record.label(i)));
        }
        return new WorkedRecord(record.id(), record.version(), given);
    }

    private static Output computed(Frame frame, Expression expression) {
        ReadColumn column = new ReadColumn("value", Label.of("value"), expression.type(), Optional.empty());
        return new Output(column, List.of(frame.computed(expression)));
    }

    /**
     * What expressions give for one record, by one statement and one more for each kind of thing that results point to. Each
     * is a text or its tree and sees what the caller sees: children outside the caller's row scope do not count.
     *
     * @return in their order; empty for one that names what the caller may not read, or gives a list
     * @throws io.zhike.message.ProblemException {@code record-not-found} where there is no such record, or none that the
     *     caller reads
     */
    public List<Optional<WorkedOut>> workOut(Caller caller, String entity, UUID id, List<JsonNode> expressions) {
        Lens lens = lens(caller);
        EntityDefinition found = lens.entity(entity);
        ResultLook looks = new ResultLook(lens);
        List<ReadColumn> columns = new ArrayList<>();
        List<Expression> checked = new ArrayList<>();
        List<Optional<Integer>> places = new ArrayList<>();
        for (JsonNode each : expressions) {
            Optional<Expression> expression = lens.check(found, each).expression();
            Optional<FieldType> like = expression.flatMap(tree -> looks.of(found, tree));
            places.add(like.map(_ -> columns.size()));
            like.ifPresent(type -> {
                checked.add(expression.orElseThrow());
                columns.add(new ReadColumn(
                        "v" + columns.size(), Label.of("-"), checked.getLast().type(), Optional.of(type)));
            });
        }
        OneRecord one = workOut(lens, found, id, columns, checked);
        return places.stream()
                .map(place -> place.map(at -> {
                    ReadColumn column = columns.get(at);
                    FieldType like = column.fieldType().orElseThrow();
                    return new WorkedOut(
                            column.type(),
                            like,
                            one.record().value(at),
                            one.record().label(at));
                }))
                .toList();
    }

    private OneRecord workOut(
            Lens lens, EntityDefinition entity, UUID id, List<ReadColumn> columns, List<Expression> expressions) {
        RecordQuery.Rows none = RecordQuery.Rows.of(RecordQuery.Selection.of(entity.code()));
        RowsPlan plan = new RowsPlan(lens, none, frame -> {
            List<Output> outputs = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                outputs.add(new Output(columns.get(i), List.of(frame.computed(expressions.get(i)))));
            }
            return outputs;
        });
        return one(lens, plan, id).orElseThrow(() -> RecordError.RECORD_NOT_FOUND.problem(entity.label(), id));
    }

    /**
     * The value of a masked field; empty where the caller may not have it shown, or where there is no such record for them. Who
     * asks tells the audit log before anybody sees the answer.
     */
    Optional<OneRecord> revealed(Lens lens, EntityDefinition entity, UUID id, String field) {
        if (!lens.grant(entity).fields().revealable().contains(field)) {
            return Optional.empty();
        }
        Leaf plain = new Leaf.OfRecord(List.of(), entity, entity.fields().get(field), false);
        RecordQuery.Rows none = RecordQuery.Rows.of(RecordQuery.Selection.of(entity.code()));
        return one(lens, new RowsPlan(lens, none, frame -> List.of(Output.of(frame, field, plain))), id);
    }

    /** Whether the caller may read the field of that record. */
    public boolean reads(Caller caller, String entity, UUID id, String field) {
        Lens lens = lens(caller);
        return lens.grants().on(entity).readable().contains(field)
                && !readable(lens, entity, Set.of(id)).isEmpty();
    }

    /** Those of {@code ids} that are records the caller may read, by one statement; none where the entity is not there. */
    public Set<UUID> readable(Caller caller, String entity, Collection<UUID> ids) {
        Lens lens = lens(caller);
        boolean known = lens.grants().catalog().find(entity).isPresent();
        return known && lens.grants().on(entity).visible() ? readable(lens, entity, ids) : Set.of();
    }

    /**
     * What people call the records of {@code ids}: by their title, or their number where that is blank or hidden. Without
     * those that the caller may not read; empty where the entity is not there. One statement.
     */
    public Map<UUID, String> titles(Caller caller, String entity, Collection<UUID> ids) {
        Lens lens = lens(caller);
        Optional<EntityDefinition> found = lens.grants()
                .catalog()
                .find(entity)
                .filter(_ -> lens.grants().on(entity).visible());
        if (found.isEmpty() || ids.isEmpty()) {
            return Map.of();
        }
        return database.read(LIMIT, ctx -> {
            Map<UUID, String> titles = new HashMap<>();
            new Names(ctx, lens)
                    .titles(found.get(), ids.toArray(UUID[]::new))
                    .forEach((id, title) -> titles.put((UUID) id, title));
            return titles;
        });
    }

    /**
     * Refuses where {@link #one} would, without reading what the record holds.
     *
     * @throws io.zhike.message.ProblemException {@code record-not-found} where there is none, or none that the caller reads
     */
    public void require(Caller caller, String entity, UUID id) {
        Lens lens = lens(caller);
        EntityDefinition found = lens.entity(entity);
        if (readable(lens, entity, Set.of(id)).isEmpty()) {
            throw RecordError.RECORD_NOT_FOUND.problem(found.label(), id);
        }
    }

    private Set<UUID> readable(Lens lens, String entity, Collection<UUID> ids) {
        RecordQuery.Rows query =
                RecordQuery.Rows.of(RecordQuery.Selection.of(entity)).fields(SystemFields.ID);
        RowsPlan plan = new RowsPlan(lens, query);
        return database.read(LIMIT, ctx -> Set.copyOf(ctx.fetch(plan.those(ids)).map(row -> row.get(0, UUID.class))));
    }

    /** Records that are as good as the same as one with {@code values}: see {@link Lookalikes#find}. */
    List<Lookalikes.Found> lookalikes(Lens lens, EntityDefinition entity, JsonNode values, Optional<UUID> except) {
        return database.read(LIMIT, ctx -> new Lookalikes(lens, entity).find(ctx, values, except));
    }

    /** How many records there are, up to a cap unless the exact number is asked for. */
    public RecordCount count(Caller caller, RecordQuery.Count query) {
        Lens lens = lens(caller);
        Frame frame = new Frame(lens, lens.entity(query.from().entity()));
        var where = Selecting.where(lens, frame, query.from());
        return database.read(LIMIT, ctx -> {
            var rows = DSL.selectOne().from(frame.from()).where(where);
            Table<?> counting = query.exact()
                    ? rows.asTable("counted")
                    : rows.limit(DSL.inline(RecordQuery.Count.CAP + 1)).asTable("counted");
            long counted = ctx.fetchCount(DSL.selectFrom(counting));
            boolean more = !query.exact() && counted > RecordQuery.Count.CAP;
            return new RecordCount(more ? RecordQuery.Count.CAP : counted, more);
        });
    }

    /** Figures over groups of records. */
    public RecordGroups groups(Caller caller, RecordQuery.Groups query) {
        Lens lens = lens(caller);
        GroupsPlan plan = new GroupsPlan(lens, query);
        return database.read(LIMIT, ctx -> plan.read(ctx.fetch(plan.select()), new Names(ctx, lens)));
    }

    /**
     * Hands all records of a list, in its order, to {@code consumer}: read through a cursor, in memory that does not grow
     * with their number, as of one moment. The limit and the cursor of {@code query} do not count.
     *
     * @return the columns, which are known before the first record
     */
    public void stream(
            Caller caller, RecordQuery.Rows query, Function<List<ReadColumn>, Consumer<ReadRecord>> consumer) {
        Lens lens = lens(caller);
        RowsPlan plan = new RowsPlan(lens, query);
        // Whatever is wrong with the question is told before the answer begins.
        Select<Record> all = plan.all();
        Consumer<ReadRecord> sink = consumer.apply(plan.columns());
        database.reading(STREAM_LIMIT, ctx -> {
            List<Record> chunk = new ArrayList<>();
            all.attach(ctx.configuration());
            try (Cursor<Record> cursor = all.fetchSize(CHUNK).fetchLazy()) {
                for (Record row : cursor) {
                    chunk.add(row);
                    if (chunk.size() == CHUNK) {
                        named(ctx, lens, plan, chunk).forEach(sink);
                        chunk.clear();
                    }
                }
            }
            named(ctx, lens, plan, chunk).forEach(sink);
            return chunk.size();
        });
    }

    private static List<ReadRecord> named(DSLContext ctx, Lens lens, RowsPlan plan, List<Record> rows) {
        List<ReadColumn> columns = plan.columns();
        List<@Nullable Object[]> values = new ArrayList<>();
        List<@Nullable Object[]> labels = new ArrayList<>();
        for (Record row : rows) {
            values.add(plan.values(row));
            labels.add(new Object[columns.size()]);
        }
        new Names(ctx, lens).fill(columns, values, labels);
        List<ReadRecord> records = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            records.add(plan.record(rows.get(i), values.get(i), labels.get(i)));
        }
        return records;
    }
}
