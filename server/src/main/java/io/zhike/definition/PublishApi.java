package io.zhike.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.http.Cursor;
import io.zhike.http.Page;
import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.workspace.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Publishing, and what was published before. */
@RestController
@RequestMapping("/api/v1")
class PublishApi {
    private static final String ORDER = "revision";
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Definitions definitions;
    private final Builders builders;

    PublishApi(Definitions definitions, Builders builders) {
        this.definitions = definitions;
        this.builders = builders;
    }

    /**
     * @param accept the keys of steps that may lose data
     * @param app publishes the drafts of this app only
     * @param only publishes these drafts only, by keys such as {@code view/mine}
     * @param also publishes these besides, such as those of other apps that name what the app loses
     */
    record Order(
            @Nullable Set<String> accept,
            @Nullable String app,
            @Nullable Set<String> only,
            @Nullable Set<String> also) {

        boolean takes(Draft draft) {
            String key = draft.key().toString();
            return (app == null || app.equals(draft.app())) && (only == null || only.contains(key))
                    || also != null && also.contains(key);
        }
    }

    /** @param left what keeps the drafts from being published even so */
    record Release(List<Released> items, List<PlaceView> left) {}

    /** @param gone whether nothing is left of it, so that it is deleted itself */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Released(
            String kind,
            String kindName,
            String code,
            @Nullable String app,
            Label label,
            boolean gone,
            List<String> parts) {}

    /** @param left the drafts that were asked for and that somebody else has to publish */
    record Outcome(
            long revision,
            List<Step> steps,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Left> left) {}

    /** @param code null where the caller is not shown the draft, as {@code label} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Left(
            String kind,
            String kindName,
            @Nullable String code,
            @Nullable Label label) {}

    record Step(String key, String kind, String title, boolean lossy, long rowsLost, JsonNode detail) {

        static Step of(PublishStep step, Language language) {
            return new Step(
                    step.key(), step.kind(), step.title().in(language), step.lossy(), step.rowsLost(), step.toJson());
        }
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Past(
            long number,
            Instant publishedAt,
            @Nullable UUID publishedBy,
            String publisher,
            int changes,
            boolean finished) {}

    record Change(String kind, String code, Label label, String how, List<Part> elements) {

        static Change of(DefinitionChange change) {
            return new Change(
                    change.key().kind(),
                    change.key().code(),
                    change.label(),
                    lower(change.how()),
                    change.elements().stream().map(Part::of).toList());
        }
    }

    /** See {@link ElementChange}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            String how,
            String element,
            @Nullable String before,
            @Nullable String after,
            @Nullable JsonNode was,
            @Nullable JsonNode is) {

        static Part of(ElementChange change) {
            return new Part(
                    lower(change.how()), change.element(), change.before(), change.after(), change.was(), change.is());
        }
    }

    @PostMapping("/publish")
    Outcome publish(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean dry,
            @RequestBody(required = false) @Nullable Order order) {
        Set<String> accepted = order == null || order.accept() == null ? Set.of() : order.accept();
        Predicate<Draft> which = draft -> order == null || order.takes(draft);
        refuseOtherApp(caller, order);
        List<Left> left = definitions.left(caller, which).stream()
                .map(draft -> left(caller, draft))
                .toList();
        PublishResult result = definitions.publish(caller, which, dry, accepted);
        return new Outcome(
                result.revision(),
                result.steps().stream()
                        .map(step -> Step.of(step, caller.language()))
                        .toList(),
                left);
    }

    /** Whoever names an app means to publish it, and is told where that is not theirs to do. */
    private void refuseOtherApp(Caller caller, @Nullable Order order) {
        builders.require(caller);
        String app = order == null ? null : order.app();
        if (app != null && !builders.of(caller).app(app)) {
            throw DefinitionError.NOT_YOUR_APP.problem(app);
        }
    }

    private Left left(Caller caller, Draft draft) {
        String kind = draft.key().kind();
        String name = definitions.kindName(kind, caller.language());
        if (!definitions.scope(caller).seesDrafts(draft.key())) {
            return new Left(kind, name, null, null);
        }
        Definition definition = draft.definition();
        Label label = definition == null ? Label.of(draft.key().code()) : definition.label();
        return new Left(kind, name, draft.key().code(), label);
    }

    /** Takes what these drafts delete out of the definitions that still name it, as drafts of those. */
    @PostMapping("/publish/release")
    Release release(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean dry,
            @RequestBody(required = false) @Nullable Order order) {
        refuseOtherApp(caller, order);
        LettingGo.Outcome outcome = definitions.letGo(caller, draft -> order == null || order.takes(draft), dry);
        return new Release(
                outcome.released().stream().map(each -> released(caller, each)).toList(),
                PlaceView.of(outcome.left(), caller.language()));
    }

    private Released released(Caller caller, LettingGo.Released released) {
        Definition was = released.was();
        return new Released(
                was.key().kind(),
                definitions.kindName(was.key().kind(), caller.language()),
                was.key().code(),
                was.app(),
                was.label(),
                released.now() == null,
                released.parts().stream()
                        .map(part -> part.in(caller.language()))
                        .toList());
    }

    /** The newest first. */
    @GetMapping("/revisions")
    Page<Past> revisions(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        builders.require(caller);
        int most = Page.limit(limit, USUAL, MOST);
        long below = after == null ? Long.MAX_VALUE : number(Cursor.parse(after, ORDER, 1));
        List<Past> found = definitions.revisions(caller.workspace(), below, most + 1).stream()
                .map(revision -> past(caller, revision))
                .toList();
        return Page.of(found, most, past -> new Cursor(ORDER, List.of(Long.toString(past.number()))));
    }

    private static long number(Cursor cursor) {
        String number = String.valueOf(cursor.keys().getFirst());
        if (!number.matches("\\d{1,18}")) {
            throw DefinitionError.UNKNOWN_REVISION.problem(number, "-");
        }
        return Long.parseLong(number);
    }

    private Past past(Caller caller, Revision revision) {
        return new Past(
                revision.number(),
                revision.publishedAt(),
                revision.publishedBy(),
                builders.nameOf(caller.workspace(), revision.publishedBy()).in(caller.language()),
                revision.changes(),
                revision.finishedAt() != null);
    }

    @GetMapping("/revisions/{a}/compare/{b}")
    Page<Change> compare(Caller caller, @PathVariable long a, @PathVariable long b) {
        builders.require(caller);
        return changes(definitions.compare(caller.workspace(), a, b));
    }

    /** Makes drafts, and says which. */
    @PostMapping("/revisions/{n}/restore")
    Page<Change> restore(Caller caller, @PathVariable long n) {
        return changes(definitions.restore(caller, n));
    }

    private static Page<Change> changes(List<DefinitionChange> changes) {
        return Page.whole(changes.stream().map(Change::of).toList());
    }

    private static String lower(Enum<?> how) {
        return how.name().toLowerCase(Locale.ROOT);
    }
}
