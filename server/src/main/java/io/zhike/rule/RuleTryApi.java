package io.zhike.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.zhike.definition.Definition;
import io.zhike.definition.Definitions;
import io.zhike.http.Page;
import io.zhike.message.Issue;
import io.zhike.message.Language;
import io.zhike.notice.Outbox;
import io.zhike.record.RecordReader;
import io.zhike.workspace.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rules tried on records and on the past, and why they did or did not fire; for those who build them. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleTryApi {
    private static final int MOST_MONTHS = 24;

    private static final String TOUCHED = "touched";

    private final Definitions definitions;
    private final RuleTrial trial;
    private final RuleHistory history;
    private final TimedHistory timed;
    private final RuleReasons reasons;
    private final RecordReader reader;
    private final Clock clock;

    RuleTryApi(
            Definitions definitions,
            RuleTrial trial,
            RuleHistory history,
            TimedHistory timed,
            RuleReasons reasons,
            RecordReader reader,
            Clock clock) {
        this.definitions = definitions;
        this.trial = trial;
        this.history = history;
        this.timed = timed;
        this.reasons = reasons;
        this.reader = reader;
        this.clock = clock;
    }

    /** @param definition a rule as it would be saved */
    record Trying(@Nullable ObjectNode definition, @Nullable UUID record) {}

    /** @param months how far back */
    record Replaying(
            @Nullable ObjectNode definition, @Nullable Integer months) {}

    /**
     * @param fires whether its condition holds for the record
     * @param sends what would leave the house; nothing of it does
     */
    record TrialAnswer(boolean fires, List<StepAnswer> steps, List<Outbox.Outgoing> sends) {}

    /**
     * @param item the record that it was for where that is another one
     * @param touched those that there are: what the trial made is gone again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepAnswer(
            String step,
            @JsonProperty("do") String action,
            String outcome,
            String message,
            @Nullable UUID item,
            List<RuleRunApi.RecordAnswer> touched) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HitAnswer(UUID id, @Nullable String title, Instant at) {}

    record MonthAnswer(String month, long fired) {}

    /**
     * @param records the first of them
     * @param whole whether all of the past was looked at
     */
    record ReplayAnswer(long fired, List<HitAnswer> records, List<MonthAnswer> byMonth, boolean whole) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WhyAnswer(
            Instant at,
            String change,
            boolean fired,
            String reason,
            @Nullable UUID run) {}

    /** Does with the record what the rule says, tells what came of it, and takes all of it back. */
    @PostMapping("/try")
    TrialAnswer trial(Caller caller, @RequestBody Trying body) {
        Definition definition = checked(caller, body.definition());
        if (RuleParser.parse(definition).atSave()) {
            throw RuleError.RULE_AT_SAVE.problem();
        }
        UUID record = body.record() == null ? new UUID(0, 0) : body.record();
        RuleTrial.Tried tried = trial.run(caller, definition, record);
        return new TrialAnswer(tried.fires(), steps(caller, tried.log()), tried.sends());
    }

    private List<StepAnswer> steps(Caller caller, List<RuleTrial.Logged> log) {
        Map<String, Set<UUID>> touched = new HashMap<>();
        log.forEach(logged -> logged.entry()
                .path(TOUCHED)
                .forEach(each -> touched.computeIfAbsent(each.path("entity").asString(), _ -> new HashSet<>())
                        .add(id(each))));
        Map<UUID, String> titles = new HashMap<>();
        touched.forEach((entity, ids) -> titles.putAll(reader.titles(caller, entity, ids)));
        return log.stream().map(logged -> step(caller, logged, titles)).toList();
    }

    private static UUID id(JsonNode touched) {
        return UUID.fromString(touched.path("id").asString());
    }

    private static StepAnswer step(Caller caller, RuleTrial.Logged logged, Map<UUID, String> titles) {
        JsonNode entry = logged.entry();
        List<RuleRunApi.RecordAnswer> touched = entry.path(TOUCHED)
                .valueStream()
                .filter(each -> titles.containsKey(id(each)))
                .map(each ->
                        new RuleRunApi.RecordAnswer(each.path("entity").asString(), id(each), titles.get(id(each))))
                .toList();
        return new StepAnswer(
                entry.path("step").asString(),
                entry.path("do").asString(),
                entry.path("outcome").asString(),
                entry.path("message")
                        .path(caller.language() == Language.ZH ? "zh" : "en")
                        .asString(""),
                logged.item().orElse(null),
                touched);
    }

    /** How often the rule would have fired, for which records. */
    @PostMapping("/replay")
    ReplayAnswer replay(Caller caller, @RequestBody Replaying body) {
        Definition definition = checked(caller, body.definition());
        Rule rule = RuleParser.parse(definition);
        int months = body.months() == null ? 1 : body.months();
        if (months < 1 || months > MOST_MONTHS) {
            throw RuleError.MONTHS_OUT_OF_BOUNDS.problem(MOST_MONTHS);
        }
        Instant from = clock.instant()
                .atZone(caller.workspace().zone())
                .minusMonths(months)
                .toInstant();
        Replayed replayed = switch (rule.trigger()) {
            case Trigger.OfRecord _ -> history.replay(caller.workspace(), rule, from);
            case Trigger.Timed _ -> timed.replay(caller.workspace(), rule, from);
            case Trigger.Called _ -> throw RuleError.REPLAY_OF_CALLS.problem();
        };
        Map<UUID, String> titles = reader.titles(
                caller,
                rule.entity(),
                replayed.named().stream().map(Replayed.Hit::record).collect(Collectors.toSet()));
        return new ReplayAnswer(
                replayed.fired(),
                replayed.named().stream()
                        .filter(hit -> titles.containsKey(hit.record()))
                        .map(hit -> new HitAnswer(hit.record(), titles.get(hit.record()), hit.at()))
                        .toList(),
                replayed.byMonth().entrySet().stream()
                        .map(month -> new MonthAnswer(month.getKey().toString(), month.getValue()))
                        .toList(),
                replayed.whole());
    }

    private Definition checked(Caller caller, @Nullable ObjectNode document) {
        ObjectNode given = document == null ? JsonNodeFactory.instance.objectNode() : document;
        Definition definition = definitions.savable(caller, Rule.KIND, given);
        List<Issue> issues = definitions.issuesOf(definition, definitions.published(caller.workspace()));
        if (!issues.isEmpty()) {
            throw RuleError.RULE_INVALID.problem(issues, issues.size());
        }
        return definition;
    }

    /** For the last changes of the record, the newest first, whether each set the rule off and why. */
    @GetMapping("/{code}/why/{record}")
    Page<WhyAnswer> why(Caller caller, @PathVariable String code, @PathVariable UUID record) {
        Rule rule = RuleBook.built(definitions, caller, code);
        reader.require(caller, rule.entity(), record);
        return Page.whole(reasons.why(caller.workspace(), rule, record).stream()
                .map(reason -> new WhyAnswer(
                        reason.change().at(),
                        reason.what().in(caller.language()),
                        reason.fired(),
                        reason.why().in(caller.language()),
                        reason.run().orElse(null)))
                .toList());
    }
}
