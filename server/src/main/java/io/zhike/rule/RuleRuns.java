package io.zhike.rule;

import io.zhike.definition.Definitions;
import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.record.Change;
import io.zhike.store.Ids;
import io.zhike.store.Signals;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Begins runs: the one way in for whatever sets rules off. Loops and what is over the limit are kept, stopped and named. */
@Component
public class RuleRuns {
    private static final Field<String> RULE = DSL.field(DSL.name("rule"), SQLDataType.CLOB);
    private static final Field<String> PERIOD = DSL.field(DSL.name("period"), SQLDataType.CLOB);
    private static final Field<Integer> RUNS = DSL.field(DSL.name("runs"), SQLDataType.INTEGER);
    private static final int LONGEST_SET = 10_000;

    private final Definitions definitions;
    private final Clock clock;

    RuleRuns(Definitions definitions, Clock clock) {
        this.definitions = definitions;
        this.clock = clock;
    }

    /**
     * Keeps runs for {@code fired} in the transaction of {@code ctx}, in their order; they begin within moments of its commit.
     * One that there is already is not made again, of rules with {@code once} one for each record and period, and of runs that
     * would close the same way round one a day.
     *
     * @return how many were made, those that were stopped at once among them
     */
    public int begin(DSLContext ctx, Workspace workspace, List<Fired> fired) {
        if (fired.isEmpty()) {
            return 0;
        }
        RuleBook book = RuleBook.of(definitions.published(workspace));
        List<Run> runs = new ArrayList<>();
        for (Fired each : fired) {
            for (int from = 0; from < each.records().size(); from += LONGEST_SET) {
                List<UUID> part =
                        each.records().subList(from, Math.min(each.records().size(), from + LONGEST_SET));
                runs.add(run(workspace, book, each, part, from));
            }
        }
        RunRows rows = new RunRows(ctx, workspace.schema());
        List<Run> limited = runs.stream()
                .filter(run -> limit(fired, run).isPresent() && run.state() == RunState.WAITING)
                .toList();
        List<UUID> made = new ArrayList<>(
                rows.add(runs.stream().filter(run -> !limited.contains(run)).toList()));
        made.addAll(withinLimits(ctx, workspace, rows, fired, limited));
        Signals.here(ctx, RuleWork.RUNS, workspace.schema().name());
        return made.size();
    }

    private Run run(Workspace workspace, RuleBook book, Fired fired, List<UUID> records, int part) {
        Rule rule = fired.rule();
        Instant now = clock.instant();
        List<Causes.Link> round = Causes.cycle(rule.code(), records.getFirst(), fired.causes());
        String usual = records.size() == 1 && !round.isEmpty() ? roundKey(round, fired.at(), workspace) : fired.key();
        String key =
                onceKey(rule, records.getFirst(), fired.at(), workspace).orElse(usual) + (part == 0 ? "" : "/" + part);
        Run run = new Run(
                new Run.Of(
                        Ids.at(now),
                        rule.code(),
                        key,
                        rule.entity(),
                        records,
                        fired.actor(),
                        fired.causes(),
                        fired.before(),
                        fired.after(),
                        Optional.empty(),
                        now),
                book.program(rule.code()).first().orElse(null),
                now);
        if (!round.isEmpty()) {
            Label said = said(book, round);
            boolean closes = round.indexOf(round.getLast()) < round.size() - 1;
            run.stop(closes ? RuleMessage.LOOP.with(said) : RuleMessage.TOO_DEEP.with(Causes.DEEPEST, said), round);
        }
        return run;
    }

    /** What the run of a rule is kept under that answers a change of one record. */
    static String key(Rule rule, Change change, Workspace workspace) {
        List<Causes.Link> round =
                rule.asSet() ? List.of() : Causes.cycle(rule.code(), change.record(), change.causes());
        return onceKey(rule, change.record(), change.at(), workspace)
                .orElseGet(() -> round.isEmpty() ? change.id().toString() : roundKey(round, change.at(), workspace));
    }

    private static Optional<String> onceKey(Rule rule, UUID record, Instant at, Workspace workspace) {
        return rule.once().map(per -> period(per, at, workspace.zone()) + "/" + record);
    }

    private static String roundKey(List<Causes.Link> round, Instant at, Workspace workspace) {
        return Causes.key(round, period(Rule.Period.DAY, at, workspace.zone()));
    }

    /** The rules by their names, with what they are about. */
    private static Label said(RuleBook book, List<Causes.Link> round) {
        return new Label(said(book, round, Language.ZH), said(book, round, Language.EN));
    }

    private static String said(RuleBook book, List<Causes.Link> round, Language language) {
        return round.stream()
                .map(link -> book.find(link.rule())
                        .map(rule -> rule.label().in(language))
                        .orElse(link.rule()))
                .collect(Collectors.joining(" → "));
    }

    private static Optional<Rule.Limit> limit(List<Fired> fired, Run run) {
        return fired.stream()
                .map(Fired::rule)
                .filter(rule -> rule.code().equals(run.rule))
                .findFirst()
                .flatMap(Rule::limit);
    }

    /** One rule after the other, each with its count locked: what is over it is kept as stopped. */
    private List<UUID> withinLimits(
            DSLContext ctx, Workspace workspace, RunRows rows, List<Fired> fired, List<Run> limited) {
        List<UUID> made = new ArrayList<>();
        Map<String, List<Run>> byRule = new HashMap<>();
        limited.forEach(
                run -> byRule.computeIfAbsent(run.rule, _ -> new ArrayList<>()).add(run));
        byRule.keySet().stream().sorted().forEach(code -> {
            List<Run> runs = byRule.getOrDefault(code, List.of());
            Rule.Limit limit = limit(fired, runs.getFirst()).orElseThrow();
            Instant now = clock.instant();
            String period = period(limit.per(), now, workspace.zone());
            int before = count(ctx, workspace.schema(), code, period, runs.size()) - runs.size();
            int free = Math.max(0, limit.runs() - before);
            runs.stream()
                    .skip(free)
                    .forEach(run ->
                            run.stop(RuleMessage.LIMIT_REACHED.with(called(limit.per()), limit.runs()), List.of()));
            made.addAll(rows.add(runs));
        });
        return made;
    }

    private static Label called(Rule.Period period) {
        return period == Rule.Period.HOUR ? new Label("小时", "hour") : new Label("天", "day");
    }

    private static int count(DSLContext ctx, WorkspaceSchema schema, String rule, String period, int more) {
        Field<Integer> before = DSL.field(DSL.name("rule_count", "runs"), SQLDataType.INTEGER);
        return ctx.insertInto(schema.table("rule_count"), RULE, PERIOD, RUNS)
                .values(rule, period, more)
                .onConflict(RULE, PERIOD)
                .doUpdate()
                .set(RUNS, before.plus(more))
                .returningResult(RUNS)
                .fetchSingle()
                .value1();
    }

    /** A name for the period that {@code at} lies in, by the days of the workspace. */
    public static String period(Rule.Period period, Instant at, ZoneId zone) {
        ZonedDateTime here = at.atZone(zone);
        return switch (period) {
            case EVER -> "ever";
            case YEAR -> "year:" + here.getYear();
            case MONTH -> "month:" + here.toLocalDate().withDayOfMonth(1);
            case WEEK ->
                "week:" + here.get(IsoFields.WEEK_BASED_YEAR) + "-" + here.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case DAY -> "day:" + here.toLocalDate();
            case HOUR -> "hour:" + here.toLocalDate() + "T" + here.getHour();
        };
    }
}
