package io.zhike.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.definition.Definitions;
import io.zhike.message.Label;
import io.zhike.store.Database;
import io.zhike.store.Signals;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Members;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How published rules do, and their switches; for those who build them. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleApi {
    private final Database database;
    private final Definitions definitions;
    private final Members members;
    private final Clock clock;

    RuleApi(Database database, Definitions definitions, Members members, Clock clock) {
        this.database = database;
        this.definitions = definitions;
        this.members = members;
        this.clock = clock;
    }

    /**
     * One published rule.
     *
     * @param on false where its definition or an administrator switched it off
     * @param lastRun when it was last set off; null for never
     * @param failures runs that failed and were not repeated
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RuleAnswer(
            String code,
            @Nullable String app,
            Label label,
            String entity,
            boolean on,
            int order,
            @Nullable Instant lastRun,
            int runsToday,
            int failures) {}

    /** @param pausedAt since when all rest; null where they do not */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RulesAnswer(
            List<RuleAnswer> items,
            boolean paused,
            @Nullable String pausedAt) {}

    /** Those that the caller builds, in the order in which they run. */
    @GetMapping
    RulesAnswer all(Caller caller) {
        definitions.requireBuilder(caller);
        Workspace workspace = caller.workspace();
        List<Rule> rules = RuleBook.built(definitions, caller);
        return database.read(ctx -> {
            RuleStates states = new RuleStates(ctx, workspace.schema());
            Map<String, RuleStates.State> known =
                    states.of(rules.stream().map(Rule::code).toList());
            Instant today = clock.instant()
                    .atZone(workspace.zone())
                    .toLocalDate()
                    .atStartOfDay(workspace.zone())
                    .toInstant();
            Map<String, ShownRuns.Figures> figures = new ShownRuns(ctx, workspace.schema()).figures(today);
            @Nullable String since = states.pausedSince().orElse(null);
            return new RulesAnswer(
                    rules.stream()
                            .map(rule -> answer(rule, known.get(rule.code()), figures.get(rule.code())))
                            .toList(),
                    since != null,
                    since);
        });
    }

    private static RuleAnswer answer(Rule rule, RuleStates.@Nullable State state, ShownRuns.@Nullable Figures figures) {
        boolean switched = rule.atSave() ? state == null || state.on() : state != null && state.on();
        return new RuleAnswer(
                rule.code(),
                rule.app(),
                rule.label(),
                rule.entity(),
                rule.on() && switched,
                rule.order(),
                figures == null ? null : figures.last(),
                figures == null ? 0 : figures.today(),
                figures == null ? 0 : figures.failed());
    }

    /** Switches a rule off without a publish; what it is at stops. */
    @PostMapping("/{code}/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(Caller caller, @PathVariable String code) {
        switchTo(caller, code, false);
    }

    /** Switches it on again; what happened meanwhile sets it off no more. */
    @PostMapping("/{code}/start")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void start(Caller caller, @PathVariable String code) {
        switchTo(caller, code, true);
    }

    private void switchTo(Caller caller, String code, boolean on) {
        Rule rule = RuleBook.built(definitions, caller, code);
        Workspace workspace = caller.workspace();
        Instant now = clock.instant();
        database.writing(ctx -> {
            new RuleStates(ctx, workspace.schema()).switchTo(code, on, now);
            if (!on) {
                new RunRows(ctx, workspace.schema()).stop(code, RuleMessage.SWITCHED_OFF.with(), now);
            }
            RuleAction action = on ? RuleAction.RULE_STARTED : RuleAction.RULE_STOPPED;
            AuditLog.record(
                    ctx,
                    workspace.schema(),
                    now,
                    AuditEntry.of(action).with(AuditWord.NAME, rule.label().in(workspace.language())));
        });
    }

    /** Lets all rules of the workspace rest, those at save too. For administrators. */
    @PostMapping("/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(Caller caller) {
        members.requireAdmin(caller);
        rest(caller, true);
    }

    /** Lets them go on with what has happened meanwhile. For administrators. */
    @PostMapping("/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(Caller caller) {
        members.requireAdmin(caller);
        rest(caller, false);
    }

    private void rest(Caller caller, boolean paused) {
        Workspace workspace = caller.workspace();
        Instant now = clock.instant();
        database.writing(ctx -> {
            RuleStates states = new RuleStates(ctx, workspace.schema());
            if (paused ? states.pause(now) : states.resume()) {
                AuditEntry entry = AuditEntry.of(paused ? RuleAction.RULES_PAUSED : RuleAction.RULES_RESUMED);
                AuditLog.record(ctx, workspace.schema(), now, entry);
            }
            Signals.here(ctx, RuleWork.RUNS, workspace.schema().name());
        });
    }
}
