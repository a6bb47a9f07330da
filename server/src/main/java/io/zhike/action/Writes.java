package io.zhike.action;

import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.message.Message;
import io.zhike.record.RecordWrite;
import io.zhike.record.RecordWriter;
import io.zhike.record.WriteBatch;
import io.zhike.record.WriteResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes what an action decided, for all subjects by one batch, each with what led to it. */
@Component
final class Writes {
    private final RecordWriter writer;

    Writes(RecordWriter writer) {
        this.writer = writer;
    }

    /** One write, for the subject of that position. */
    record Wanted(int subject, RecordWrite write) {}

    /** What came of the writes, in their order. */
    List<WriteResult.Outcome> all(ActionRun run, String entity, List<Wanted> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        WriteBatch batch = WriteBatch.of(
                        entity,
                        run.source().origin(),
                        wanted.stream().map(Wanted::write).toList())
                .because(wanted.stream()
                        .map(each -> run.subjects().get(each.subject()).causes())
                        .toList())
                .skippingRefused();
        return writer.write(run.ctx(), run.caller(), run.grants(), batch).outcomes();
    }

    /**
     * The outcome of a subject for which one record was to be written.
     *
     * @param done what to say where it is written
     */
    static Outcome outcome(String entity, WriteResult.Outcome outcome, Function<WriteResult.Written, Message> done) {
        return switch (outcome) {
            case WriteResult.Written written ->
                written.changed()
                        ? new Outcome.Done(done.apply(written), List.of(new Outcome.Touched(entity, written.id())))
                        : new Outcome.Skipped(ActionMessage.ALREADY_SO.with());
            case WriteResult.Refused(List<Issue> issues) -> refused(issues);
        };
    }

    /** A refusal, which only a person can mend. */
    static Outcome refused(List<Issue> issues) {
        return new Outcome.Failed(ActionMessage.WRITE_REFUSED.with(both(issues)), false);
    }

    /**
     * Gives each subject its outcome where several records may have been written for it: failed where any was refused.
     *
     * @param done what to say of so many
     */
    void gather(
            Outcomes outcomes,
            String entity,
            List<Wanted> wanted,
            List<WriteResult.Outcome> written,
            IntFunction<Message> done) {
        Map<Integer, List<WriteResult.Outcome>> bySubject = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            bySubject
                    .computeIfAbsent(wanted.get(i).subject(), _ -> new ArrayList<>())
                    .add(written.get(i));
        }
        bySubject.forEach((subject, all) -> outcomes.put(subject, together(entity, all, done)));
    }

    private static Outcome together(String entity, List<WriteResult.Outcome> outcomes, IntFunction<Message> done) {
        List<Outcome.Touched> touched = new ArrayList<>();
        List<Issue> issues = new ArrayList<>();
        for (WriteResult.Outcome outcome : outcomes) {
            switch (outcome) {
                case WriteResult.Written written -> {
                    if (written.changed()) {
                        touched.add(new Outcome.Touched(entity, written.id()));
                    }
                }
                case WriteResult.Refused(List<Issue> why) -> issues.addAll(why);
            }
        }
        if (!issues.isEmpty()) {
            return refused(issues);
        }
        return touched.isEmpty()
                ? new Outcome.Skipped(ActionMessage.ALREADY_SO.with())
                : new Outcome.Done(done.apply(touched.size()), touched);
    }

    private static Label both(List<Issue> issues) {
        return new Label(said(issues, Language.ZH), said(issues, Language.EN));
    }

    private static String said(List<Issue> issues, Language language) {
        return issues.stream()
                .map(issue -> issue.message().in(language))
                .distinct()
                .collect(Collectors.joining("；"));
    }
}
