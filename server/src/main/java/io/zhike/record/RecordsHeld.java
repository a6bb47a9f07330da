package io.zhike.record;

import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.definition.Definitions;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Type;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Holding;
import io.zhike.workspace.HoldingSource;
import io.zhike.workspace.Subject;
import io.zhike.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The records that name somebody: as their owner, and in each field that holds a member; for departments likewise. They
 * pass through the gate in, all of one hand-over as one batch, which can be undone. Those in the recycle bin stay as they are.
 */
@Component
@Order(RecordsHeld.ORDER)
final class RecordsHeld implements HoldingSource {
    static final int ORDER = 10;
    private static final int PART = RecordQuery.Rows.MAX_LIMIT;
    private static final int TRIES = 3;
    private static final int SHOWN_PROBLEMS = 20;
    private static final String WHAT = "hand-over";

    private final Database database;
    private final Definitions definitions;
    private final Access access;
    private final RecordReader reader;
    private final RecordWriter writer;

    RecordsHeld(Database database, Definitions definitions, Access access, RecordReader reader, RecordWriter writer) {
        this.database = database;
        this.definitions = definitions;
        this.access = access;
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public List<Holding> of(Workspace workspace, Subject subject) {
        Type wanted = switch (subject) {
            case Subject.OfMember _ -> Type.MEMBER;
            case Subject.OfDepartment _ -> Type.DEPARTMENT;
        };
        List<Holding> all = new ArrayList<>();
        for (EntityDefinition entity :
                EntityCatalog.of(definitions.published(workspace)).all()) {
            for (Field field : entity.fields()) {
                if (field.writable() && field.type().valueType().equals(wanted)) {
                    all.add(new Named(workspace, entity, field, subject));
                }
            }
        }
        return all;
    }

    /** The records of one entity that name the subject in one field. */
    private final class Named implements Holding {
        private final Caller system;
        private final EntityDefinition entity;
        private final Field field;
        private final Subject subject;

        Named(Workspace workspace, EntityDefinition entity, Field field, Subject subject) {
            this.system = Caller.system(workspace, WHAT);
            this.entity = entity;
            this.field = field;
            this.subject = subject;
        }

        @Override
        public String code() {
            return "records/" + entity.code() + "/" + field.code();
        }

        @Override
        public Label label() {
            return new Label(in(Language.ZH), in(Language.EN));
        }

        private String in(Language language) {
            return entity.label().in(language) + " · " + field.label().in(language);
        }

        @Override
        public Fate fate() {
            boolean own =
                    field.code().equals(SystemFields.OWNER) || field.code().equals(SystemFields.DEPARTMENT);
            return own || subject instanceof Subject.OfDepartment ? Fate.PASSES : Fate.MAY_PASS;
        }

        @Override
        public long count() {
            return reader.count(system, new RecordQuery.Count(selection(), true))
                    .value();
        }

        @Override
        public List<Example> examples(int most) {
            List<UUID> ids =
                    page(null, most).records().stream().map(ReadRecord::id).toList();
            Map<UUID, String> titles = reader.titles(system, entity.code(), ids);
            return ids.stream()
                    .filter(titles::containsKey)
                    .map(id -> example(id, titles.getOrDefault(id, "")))
                    .toList();
        }

        private Example example(UUID id, String title) {
            return new Example(title, new Where(Where.Kind.RECORD, entity.code(), id.toString()));
        }

        private RecordQuery.Selection selection() {
            var tree = JsonNodeFactory.instance
                    .objectNode()
                    .put("field", field.code())
                    .put("op", "=")
                    .put("value", subject.id().toString());
            return new RecordQuery.Selection(
                    entity.code(), Optional.of(new RecordQuery.Where.Tree(tree)), Optional.empty(), false);
        }

        private RecordPage page(@Nullable String after, int most) {
            return reader.page(
                    system,
                    RecordQuery.Rows.of(selection())
                            .fields(SystemFields.NUMBER)
                            .sort(SystemFields.NUMBER)
                            .limit(most)
                            .after(after));
        }

        /** A record that somebody changed between the reading and the writing is read again. */
        @Override
        public Step pass(Passing passing, @Nullable String after, BiConsumer<DSLContext, Step> alongside) {
            Step step = new Step(0, 0, List.of(), after);
            for (int attempt = 1; attempt <= TRIES; attempt++) {
                RecordPage page = page(after, PART);
                boolean last = attempt == TRIES;
                Attempt done = Retries.run(() -> {
                    Grants grants = access.of(passing.caller());
                    return database.write(ctx -> {
                        Attempt written = write(ctx, passing, grants, page);
                        if (written.overtaken() == 0 || last) {
                            alongside.accept(ctx, written.step());
                            return written;
                        }
                        // What is written stays written; it is counted with the rest by the next try.
                        alongside.accept(ctx, written.moved(after));
                        return written;
                    });
                });
                step = done.step();
                if (done.overtaken() == 0) {
                    return step;
                }
            }
            return step;
        }

        private Attempt write(DSLContext ctx, Passing passing, Grants grants, RecordPage page) {
            RecordValues values = RecordValues.of(Map.of(field.code(), passing.successor()));
            List<RecordWrite.Update> writes = page.records().stream()
                    .map(record -> new RecordWrite.Update(record.id(), Optional.of(record.version()), values))
                    .toList();
            if (writes.isEmpty()) {
                return new Attempt(0, 0, List.of(), 0, null);
            }
            WriteBatch batch = WriteBatch.of(entity.code(), ChangeOrigin.BULK, writes)
                    .in(passing.batch())
                    .because(WHAT + ":" + passing.batch())
                    .skippingRefused();
            List<WriteResult.Outcome> outcomes =
                    writer.write(ctx, passing.caller(), grants, batch).outcomes();
            return counted(page, outcomes);
        }

        private Attempt counted(RecordPage page, List<WriteResult.Outcome> outcomes) {
            long moved = 0;
            long overtaken = 0;
            List<Problem> problems = new ArrayList<>();
            for (int i = 0; i < outcomes.size(); i++) {
                switch (outcomes.get(i)) {
                    case WriteResult.Written _ -> moved++;
                    case WriteResult.Refused(List<Issue> issues) -> {
                        Issue first = issues.getFirst();
                        if (first.message().code() == RecordError.VERSION_CONFLICT) {
                            overtaken++;
                        } else {
                            ReadRecord record = page.records().get(i);
                            problems.add(new Problem(example(record.id(), "#" + record.number()), first.message()));
                        }
                    }
                }
            }
            return new Attempt(
                    moved, problems.size(), problems, overtaken, page.next().orElse(null));
        }
    }

    /** @param overtaken how many somebody else changed between reading and writing */
    private record Attempt(
            long moved,
            long refused,
            List<Holding.Problem> problems,
            long overtaken,
            @Nullable String next) {

        Holding.Step step() {
            List<Holding.Problem> some = problems.subList(0, Math.min(SHOWN_PROBLEMS, problems.size()));
            return new Holding.Step(moved, refused, some, next);
        }

        /** Only what has moved, with the same page to come again. */
        Holding.Step moved(@Nullable String again) {
            return new Holding.Step(moved, 0, List.of(), again);
        }
    }
}
