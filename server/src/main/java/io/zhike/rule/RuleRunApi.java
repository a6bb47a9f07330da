package io.zhike.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.zhike.definition.Definitions;
import io.zhike.http.Cursor;
import io.zhike.http.Idempotency;
import io.zhike.http.Page;
import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.record.RecordReader;
import io.zhike.store.Database;
import io.zhike.store.Signals;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Members;
import io.zhike.workspace.Once;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The log of rules: runs with what came of their steps; for those who build them. */
@RestController
@RequestMapping("/api/v1")
class RuleRunApi {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final String ORDER = "rule-runs";

    private final Database database;
    private final Definitions definitions;
    private final RecordReader reader;
    private final Members members;
    private final Once once;
    private final Clock clock;

    RuleRunApi(
            Database database, Definitions definitions, RecordReader reader, Members members, Once once, Clock clock) {
        this.database = database;
        this.definitions = definitions;
        this.reader = reader;
        this.members = members;
        this.once = once;
        this.clock = clock;
    }

    /** @param title null where the caller may not read the record, or where it is gone */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordAnswer(String entity, UUID id, @Nullable String title) {}

    /**
     * One run.
     *
     * @param record the first one, for a run of several
     * @param records how many it is for
     * @param due when it is tried again or goes on; null where it is over
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RunAnswer(
            UUID id,
            String rule,
            Label ruleLabel,
            @Nullable RecordAnswer record,
            int records,
            String state,
            Instant startedAt,
            @Nullable Instant endedAt,
            int attempts,
            @Nullable Instant due,
            @Nullable String message,
            @Nullable UUID parent,
            SetOff setOff,
            @Nullable List<StepAnswer> steps,
            @Nullable List<LinkAnswer> cycle) {}

    /** What came of one step. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepAnswer(
            String step,
            @JsonProperty("do") String action,
            String outcome,
            String message,
            Instant at,
            List<RecordAnswer> touched) {}

    /** One rule of a way round, with the record it ran for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinkAnswer(
            String rule,
            Label label,
            String entity,
            UUID record,
            @Nullable String title) {}

    /** The newest first. */
    @GetMapping("/rules/{code}/runs")
    Page<RunAnswer> runs(
            Caller caller,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable UUID record,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        RuleBook.built(definitions, caller, code);
        int wanted = Page.limit(limit, USUAL, MOST);
        Optional<RunState> only = Optional.ofNullable(state)
                .flatMap(each -> Arrays.stream(RunState.values())
                        .filter(known -> known.code().equals(each))
                        .findFirst());
        UUID before = Cursor.idAfter(after, ORDER);
        List<ShownRuns.Shown> found =
                database.read(ctx -> new ShownRuns(ctx, caller.workspace().schema())
                        .newest(code, only, Optional.ofNullable(record), before, wanted + 1));
        Naming naming = new Naming(caller);
        naming.know(found.stream().limit(wanted).toList());
        return Page.of(
                found.stream().map(run -> answer(naming, run, false)).toList(),
                wanted,
                run -> new Cursor(ORDER, List.of(run.id().toString())));
    }

    @GetMapping("/rule-runs/{id}")
    RunAnswer run(Caller caller, @PathVariable UUID id) {
        ShownRuns.Shown found = required(caller, id);
        Naming naming = new Naming(caller);
        naming.know(List.of(found));
        return answer(naming, found, true);
    }

    private ShownRuns.Shown required(Caller caller, UUID id) {
        definitions.requireBuilder(caller);
        ShownRuns.Shown found = database.read(
                        ctx -> new ShownRuns(ctx, caller.workspace().schema()).find(id))
                .orElseThrow(RuleError.UNKNOWN_RUN::problem);
        RuleBook.built(definitions, caller, found.rule());
        return found;
    }

    /** Lets a run that failed or was stopped go on where it stood. */
    @PostMapping("/rule-runs/{id}/repeat")
    ResponseEntity<String> repeat(Caller caller, Idempotency idempotency, @PathVariable UUID id) {
        ShownRuns.Shown before = required(caller, id);
        Workspace workspace = caller.workspace();
        String first = RuleBook.of(definitions.published(workspace))
                .program(before.rule())
                .first()
                .orElse("");
        Naming naming = new Naming(caller);
        naming.know(List.of(before));
        return once.write(caller, idempotency, HttpStatus.OK, ctx -> {
            if (!new RunRows(ctx, workspace.schema()).repeat(id, first, clock.instant())) {
                throw RuleError.RUN_NOT_REPEATABLE.problem();
            }
            Signals.here(ctx, RuleWork.RUNS, workspace.schema().name());
            ShownRuns.Shown now =
                    new ShownRuns(ctx, workspace.schema()).find(id).orElseThrow(RuleError.UNKNOWN_RUN::problem);
            return answer(naming, now, false);
        });
    }

    private RunAnswer answer(Naming naming, ShownRuns.Shown run, boolean whole) {
        return new RunAnswer(
                run.id(),
                run.rule(),
                naming.rule(run.rule()),
                run.records().isEmpty()
                        ? null
                        : naming.record(run.entity(), run.records().getFirst()),
                run.records().size(),
                run.state().code(),
                run.createdAt(),
                run.finishedAt().orElse(null),
                run.tries() + 1,
                run.state() == RunState.WAITING ? run.due() : null,
                naming.said(run.message()),
                run.parent().orElse(null),
                SetOff.of(run.causes(), naming.book.find(run.rule()), naming.by(run)),
                whole ? naming.steps(run.log()) : null,
                whole ? naming.cycle(run.cycle()) : null);
    }

    /** What rules and records are called, for one caller. */
    private final class Naming {
        private final Caller caller;
        private final RuleBook book;
        private final Map<UUID, String> titles = new HashMap<>();
        private final Map<UUID, String> people = new HashMap<>();

        Naming(Caller caller) {
            this.caller = caller;
            this.book = RuleBook.of(definitions.published(caller.workspace()));
        }

        void know(List<ShownRuns.Shown> runs) {
            Map<String, Set<UUID>> records = new HashMap<>();
            for (ShownRuns.Shown run : runs) {
                run.records().stream()
                        .limit(1)
                        .forEach(id -> records.computeIfAbsent(run.entity(), _ -> new HashSet<>())
                                .add(id));
                if (runs.size() == 1) {
                    run.log()
                            .forEach(step -> step.path("touched")
                                    .forEach(touched -> records.computeIfAbsent(
                                                    touched.path("entity").asString(), _ -> new HashSet<>())
                                            .add(UUID.fromString(
                                                    touched.path("id").asString()))));
                    run.cycle()
                            .forEach(link -> book.find(link.path("rule").asString())
                                    .ifPresent(rule -> records.computeIfAbsent(rule.entity(), _ -> new HashSet<>())
                                            .add(UUID.fromString(
                                                    link.path("record").asString()))));
                }
            }
            List<UUID> actors = runs.stream()
                    .flatMap(run -> run.actor().stream())
                    .distinct()
                    .toList();
            if (!actors.isEmpty()) {
                people.putAll(database.read(ctx -> members.names(ctx, caller.workspace(), actors)));
            }
            records.forEach((entity, ids) -> titles.putAll(reader.titles(caller, entity, ids)));
        }

        Label rule(String code) {
            return book.find(code).map(Rule::label).orElseGet(() -> Label.of(code));
        }

        /** The rule whose doing set the run off, else the member who did. */
        @Nullable
        String by(ShownRuns.Shown run) {
            return Causes.links(run.causes()).stream()
                    .findFirst()
                    .map(link -> rule(link.rule()).in(caller.language()))
                    .or(() -> run.actor().map(people::get))
                    .orElse(null);
        }

        RecordAnswer record(String entity, UUID id) {
            return new RecordAnswer(entity, id, titles.get(id));
        }

        @Nullable
        String said(JsonNode message) {
            String text =
                    message.path(caller.language() == Language.ZH ? "zh" : "en").asString("");
            return text.isEmpty() ? null : text;
        }

        List<StepAnswer> steps(JsonNode log) {
            List<StepAnswer> steps = new ArrayList<>();
            log.forEach(entry -> {
                List<RecordAnswer> touched = new ArrayList<>();
                entry.path("touched")
                        .forEach(each -> touched.add(record(
                                each.path("entity").asString(),
                                UUID.fromString(each.path("id").asString()))));
                String said = said(entry.path("message"));
                steps.add(new StepAnswer(
                        entry.path("step").asString(),
                        entry.path("do").asString(),
                        entry.path("outcome").asString(),
                        said == null ? "" : said,
                        Instant.parse(entry.path("at").asString()),
                        touched));
            });
            return steps;
        }

        @Nullable
        List<LinkAnswer> cycle(JsonNode cycle) {
            if (!cycle.isArray()) {
                return null;
            }
            List<LinkAnswer> links = new ArrayList<>();
            cycle.forEach(link -> {
                String code = link.path("rule").asString();
                UUID id = UUID.fromString(link.path("record").asString());
                String entity = book.find(code).map(Rule::entity).orElse("");
                links.add(new LinkAnswer(code, rule(code), entity, id, titles.get(id)));
            });
            return links;
        }
    }
}
