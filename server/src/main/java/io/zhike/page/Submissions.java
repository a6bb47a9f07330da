package io.zhike.page;

import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Issue;
import io.zhike.record.ChangeOrigin;
import io.zhike.record.RecordFinder;
import io.zhike.record.RecordValues;
import io.zhike.record.RecordWrite;
import io.zhike.record.RecordWriter;
import io.zhike.record.UnsavedRecord;
import io.zhike.record.WriteBatch;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Makes records of what strangers send, through the gate in. A task counts once, a quota is never overdrawn, and few are
 * worked on at a time, so that a flood leaves the database to those who work in it.
 */
@Component
final class Submissions {
    private static final int AT_A_TIME = 4;

    private final Database database;
    private final RecordWriter writer;
    private final RecordFinder finder;
    private final Access access;
    private final Clock clock;
    private final PublicFormKeys keys;
    private final Semaphore room = new Semaphore(AT_A_TIME);

    Submissions(
            Database database,
            RecordWriter writer,
            RecordFinder finder,
            Access access,
            Clock clock,
            PublicFormKeys keys) {
        this.database = database;
        this.writer = writer;
        this.finder = finder;
        this.access = access;
        this.clock = clock;
        this.keys = keys;
    }

    /**
     * What a browser sends.
     *
     * @param values by field, as the API takes them
     * @param link what the address of the form said, by field; what a field cannot hold is passed over, as a visitor cannot
     *     mend it
     */
    record Submission(JsonNode values, JsonNode link, String task, String answer) {}

    /**
     * Takes one submission.
     *
     * @throws io.zhike.message.ProblemException a {@link PublicFormError}, or what the gate refuses
     */
    void take(Workspace workspace, PublicForm form, Submission sent) {
        Instant now = clock.instant();
        // Before there is room to find for it: those that solve nothing must not keep out those that do.
        RobotTask task = RobotTask.solved(
                        keys.of(workspace.schema(), form.code()), form.code(), sent.task(), sent.answer(), now)
                .orElseThrow(PublicFormError.TASK_NOT_SOLVED::problem);
        if (!room.tryAcquire()) {
            throw PublicFormError.FORM_BUSY.problem();
        }
        try {
            refuseUnlessOpen(form, workspace, now, taken(workspace, form));
            RecordValues values = values(workspace, form, sent);
            database.writing(ctx -> write(ctx, workspace, form, task, values, now));
        } finally {
            room.release();
        }
    }

    private long taken(Workspace workspace, PublicForm form) {
        return database.read(ctx -> new PublicFormStore(ctx, workspace.schema()).find(form.code()))
                .taken();
    }

    private void write(
            DSLContext ctx, Workspace workspace, PublicForm form, RobotTask task, RecordValues values, Instant now) {
        PublicFormStore store = new PublicFormStore(ctx, workspace.schema());
        refuseUnlessOpen(form, workspace, now, store.lock(form.code()));
        if (!store.use(form.code(), task, now)) {
            throw PublicFormError.TASK_NOT_SOLVED.problem();
        }
        Caller system = Caller.system(workspace, PublicFormKind.KIND);
        write(ctx, system, form, values).ifPresent(write -> {
            WriteBatch batch = WriteBatch.of(form.entity(), ChangeOrigin.PUBLIC_FORM, List.of(write))
                    .because(PublicFormKind.cause(form.code()));
            writer.write(ctx, system, batch);
        });
        store.count(form.code());
    }

    /** What a submission does; nothing where somebody who is known has nothing new to say. */
    private Optional<RecordWrite> write(DSLContext ctx, Caller system, PublicForm form, RecordValues values) {
        Optional<PublicForm.Duplicates> duplicates = form.duplicates();
        Optional<UUID> known = duplicates.flatMap(found -> known(ctx, system, form, found.by(), values));
        if (duplicates.isEmpty() || known.isEmpty()) {
            return Optional.of(new RecordWrite.Create(values));
        }
        return switch (duplicates.get().known()) {
            case SKIP -> Optional.empty();
            case FILL -> {
                Set<String> said = values.codes().stream()
                        .filter(code -> values.get(code) != null)
                        .collect(Collectors.toSet());
                Set<String> blank = finder.blank(ctx, system, form.entity(), known.get(), said);
                RecordValues news = values.only(blank);
                yield news.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new RecordWrite.Update(known.get(), Optional.empty(), news));
            }
        };
    }

    /** The oldest record with the same value. */
    private Optional<UUID> known(DSLContext ctx, Caller system, PublicForm form, String by, RecordValues values) {
        @Nullable Object value = values.get(by);
        if (value == null) {
            return Optional.empty();
        }
        List<Object> key = List.of(value);
        return finder
                .find(ctx, system, form.entity(), List.of(by), List.of(key))
                .getOrDefault(RecordFinder.normal(key), List.of())
                .stream()
                .sorted()
                .findFirst();
    }

    private static void refuseUnlessOpen(PublicForm form, Workspace workspace, Instant now, long taken) {
        switch (form.state(now, workspace.zone(), taken)) {
            case OPEN -> {}
            case EARLY -> throw PublicFormError.FORM_NOT_OPEN.problem();
            case CLOSED -> throw PublicFormError.FORM_CLOSED.problem();
            case FULL -> throw PublicFormError.FORM_FULL.problem();
        }
    }

    private RecordValues values(Workspace workspace, PublicForm form, Submission sent) {
        Grants grants = access.of(Caller.system(workspace, PublicFormKind.KIND));
        EntityDefinition entity = grants.catalog().get(form.entity());
        ValueContext context = new ValueContext(workspace.zone(), workspace.language());
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        form.given().forEach((code, value) -> read(entity, code, value, context, values));
        for (String code : form.fromLink()) {
            read(entity, code, sent.link().path(code), context, values);
        }
        List<Issue> issues = new ArrayList<>();
        for (PublicForm.Asked asked : form.fields()) {
            entity.field(asked.field())
                    .ifPresent(field -> ask(field, sent.values().path(asked.field()), context, values, issues));
        }
        RecordValues all = RecordValues.of(values);
        demand(form, new UnsavedRecord(grants, entity, all, workspace.zone()), entity, all, issues);
        unknown(form, sent.values(), issues);
        if (!issues.isEmpty()) {
            throw PublicFormError.FORM_REFUSED.problem(issues, issues.size());
        }
        return all;
    }

    private static void read(
            EntityDefinition entity,
            String code,
            JsonNode value,
            ValueContext context,
            Map<String, @Nullable Object> values) {
        Optional<Field> field = entity.field(code).filter(_ -> !value.isMissingNode() && !value.isNull());
        if (field.isPresent() && field.get().type().read(value, context) instanceof Reading.Value(Object read)) {
            values.put(code, read);
        }
    }

    /** What is left blank has its default, unless the visitor saw that and took it away. */
    private static void ask(
            Field field,
            JsonNode value,
            ValueContext context,
            Map<String, @Nullable Object> values,
            List<Issue> issues) {
        switch (value.isMissingNode() ? Reading.BLANK : field.type().read(value, context)) {
            case Reading.Refused(var why) -> issues.add(new Issue(field.code(), why));
            case Reading.Value(Object read) -> {
                boolean cleared = !value.isMissingNode() && field.initial().isPresent();
                if (read != null || cleared) {
                    values.put(field.code(), read);
                }
            }
        }
    }

    /** Asks for what is left blank. What is hidden cannot be filled in; what was refused has been spoken of. */
    private static void demand(
            PublicForm form, UnsavedRecord record, EntityDefinition entity, RecordValues values, List<Issue> issues) {
        Set<String> refused = issues.stream().map(Issue::path).collect(Collectors.toSet());
        for (PublicForm.Asked asked : form.fields()) {
            String code = asked.field();
            entity.field(code)
                    .filter(asked::demanded)
                    .filter(_ -> values.get(code) == null && !refused.contains(code) && record.shows(code))
                    .ifPresent(field -> issues.add(
                            Issue.at(code, PublicFormIssue.BLANK, asked.label().orElse(field.label()))));
        }
    }

    /** A stranger sets what is asked for and nothing else. */
    private static void unknown(PublicForm form, JsonNode values, List<Issue> issues) {
        Set<String> asked = new HashSet<>();
        form.fields().forEach(field -> asked.add(field.field()));
        values.propertyNames().stream()
                .filter(code -> !asked.contains(code))
                .forEach(code -> issues.add(Issue.at(code, PublicFormIssue.NOT_ASKED, code)));
    }
}
