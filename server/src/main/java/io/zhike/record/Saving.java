package io.zhike.record;

import io.zhike.access.Grants;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.expression.Evaluator;
import io.zhike.expression.Expression;
import io.zhike.message.Issue;
import io.zhike.message.Message;
import io.zhike.workspace.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Records of one entity that are about to be saved. Belongs to one thread. */
public final class Saving {
    private static final Evaluator EVALUATOR = new Evaluator();

    private final WriteRun run;
    private final List<One> records;
    private final Map<Expression, RelatedValues> related = new HashMap<>();

    Saving(WriteRun run) {
        this.run = run;
        this.records =
                run.pending(ChangeKind.CREATE, ChangeKind.UPDATE).map(One::new).toList();
    }

    public Caller caller() {
        return run.caller();
    }

    public EntityDefinition entity() {
        return run.entity();
    }

    public EntityCatalog catalog() {
        return run.catalog();
    }

    public Grants grants() {
        return run.grants();
    }

    /** Those that are made or changed. */
    public List<One> records() {
        return records;
    }

    /** One of them. */
    public final class One {
        private final PendingWrite write;

        private One(PendingWrite write) {
            this.write = write;
        }

        /** What it was; empty for a new one. */
        public Optional<RecordValues> before() {
            return write.before().map(StoredRecord::values);
        }

        /** What it will be. */
        public RecordValues after() {
            return write.after();
        }

        /** The change as the feed would tell it if it were saved like that. */
        public Change change() {
            RecordValues changed = write.creates() ? write.after() : write.changes();
            RecordValues before = before().orElse(RecordValues.NONE).only(changed.codes());
            return new Change(
                    write.id(),
                    run.now(),
                    entity().code(),
                    write.id(),
                    write.newVersion(),
                    write.kind(),
                    run.batch().origin(),
                    Optional.ofNullable(run.caller().member()),
                    run.batch().batch(),
                    run.batch().causes(write.index()),
                    json(before),
                    json(changed));
        }

        private ObjectNode json(RecordValues values) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            for (String code : values.codes()) {
                @Nullable Object value = values.get(code);
                Optional<Field> field = entity().field(code);
                if (value != null && field.isPresent()) {
                    node.set(code, field.get().type().write(value));
                } else {
                    node.putNull(code);
                }
            }
            return node;
        }

        /** Gives a field another value. */
        public void set(String field, @Nullable Object value) {
            write.setAfter(write.after().with(field, value));
        }

        /** @param path the code of a field; {@code ""} for the record as a whole */
        public void refuse(String path, Message why) {
            write.issues().add(new Issue(path, why));
        }

        public boolean refused() {
            return write.refused();
        }
    }

    /**
     * What an expression gives over {@code values} of one of the records. What lies behind relations is read for all records
     * at once; records that belong to one are not counted.
     */
    public @Nullable Object value(Expression expression, RecordValues values) {
        RelatedValues behind = related.computeIfAbsent(expression, this::behind);
        MemoryRow row =
                new MemoryRow(values, run.catalog(), run.entity(), run.grants().environment(), behind);
        return EVALUATOR.evaluate(expression, row, run.grants().environment());
    }

    private RelatedValues behind(Expression expression) {
        Set<List<String>> paths = new HashSet<>();
        beyond(expression, paths, new HashSet<>());
        List<RecordValues> all = new ArrayList<>();
        if (!paths.isEmpty()) {
            records.forEach(one -> {
                all.add(one.after());
                one.before().ifPresent(all::add);
            });
        }
        return paths.isEmpty() ? RelatedValues.NONE : RelatedValues.load(run, paths, all);
    }

    private void beyond(Expression expression, Set<List<String>> paths, Set<String> seen) {
        for (List<String> path : expression.paths()) {
            if (path.size() > 1) {
                paths.add(path);
            } else if (seen.add(path.getFirst())) {
                run.catalog()
                        .formula(run.entity().code(), path.getFirst())
                        .ifPresent(formula -> beyond(formula, paths, seen));
            }
        }
    }
}
