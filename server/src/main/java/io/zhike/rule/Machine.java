package io.zhike.rule;

import io.zhike.action.ActionRun;
import io.zhike.action.ActionSource;
import io.zhike.action.ActionValues;
import io.zhike.action.Actions;
import io.zhike.action.Outcome;
import io.zhike.action.Subject;
import io.zhike.entity.EntityDefinition;
import io.zhike.message.Message;
import io.zhike.record.ChangeOrigin;
import io.zhike.record.RecordReader;
import io.zhike.record.WorkedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes runs through one step, all that stand at the same one together, and says what came of each in its log. */
@Component
class Machine {
    /** How long after each failure a step is tried again; after the last one the run has failed. */
    static final List<Duration> BACK_OFF = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6));

    private final Actions actions;
    private final RecordReader reader;
    private final GoingThrough through;
    private final Pausing pausing;

    Machine(Actions actions, RecordReader reader, GoingThrough through, Pausing pausing) {
        this.actions = actions;
        this.reader = reader;
        this.through = through;
        this.pausing = pausing;
    }

    /**
     * One step for {@code runs}, which stand at the same one and are about records of the same entity.
     *
     * @return runs that came of it and are not kept yet
     */
    List<Run> step(Moment moment, Rule rule, List<Run> runs) {
        Program program = moment.book().program(rule.code());
        Optional<Step> step = Optional.ofNullable(runs.getFirst().step()).flatMap(program::step);
        Optional<EntityDefinition> entity = moment.grants().catalog().find(runs.getFirst().entity);
        if (step.isEmpty() || entity.isEmpty()) {
            runs.forEach(run -> run.stop(RuleMessage.STEP_GONE.with(), List.of()));
            return List.of();
        }
        List<Run> there = judged(moment, rule, program, step.get(), entity.get(), runs);
        if (there.isEmpty()) {
            return List.of();
        }
        Standing standing = new Standing(moment, rule, program, entity.get());
        return switch (step.get()) {
            case Step.Do act -> act(standing, act, there);
            case Step.Branch branch -> branch(standing, branch, there);
            case Step.Each each -> through.begin(standing, each, there);
            case Step.Wait wait -> wait(standing, wait, there);
        };
    }

    /** Where runs stand. */
    record Standing(Moment moment, Rule rule, Program program, EntityDefinition entity) {}

    /** Those whose record is there and for which the step's condition holds; the others go on behind it. */
    private List<Run> judged(
            Moment moment, Rule rule, Program program, Step step, EntityDefinition entity, List<Run> runs) {
        Standing standing = new Standing(moment, rule, program, entity);
        List<JsonNode> asked = step.condition().map(List::of).orElse(List.of());
        List<Optional<WorkedRecord>> worked = values(standing, runs).of(asked);
        List<Run> there = new ArrayList<>();
        int at = 0;
        for (Run run : runs) {
            boolean found = false;
            boolean holds = false;
            for (int i = 0; i < run.records.size(); i++) {
                Optional<WorkedRecord> record = worked.get(at++);
                found |= record.isPresent();
                holds |= record.filter(each -> each.given().isEmpty()
                                || each.given().getFirst().holds())
                        .isPresent();
            }
            if (holds) {
                there.add(run);
            } else {
                Message why = found ? RuleMessage.CONDITION_FALSE.with() : RuleMessage.RECORD_GONE.with();
                RunLog.add(run, step, moment.now(), new Outcome.Skipped(why));
                run.goOn(program.after(step));
            }
        }
        return there;
    }

    private ActionValues values(Standing standing, List<Run> runs) {
        List<UUID> records = new ArrayList<>();
        runs.forEach(run -> records.addAll(run.records));
        boolean binned = standing.rule().trigger() instanceof Trigger.Deleted
                && standing.entity().code().equals(standing.rule().entity());
        return new ActionValues(
                reader,
                standing.moment().ctx(),
                standing.moment().caller(),
                standing.moment().grants(),
                standing.entity().code(),
                records,
                binned);
    }

    private List<Run> act(Standing standing, Step.Do act, List<Run> runs) {
        Moment moment = standing.moment();
        List<Subject> subjects = new ArrayList<>();
        for (Run run : runs) {
            run.records.forEach(record -> subjects.add(subject(standing.rule(), act, run, record)));
        }
        ActionSource source = new ActionSource(
                Rule.KIND, standing.rule().code(), act.code(), standing.rule().label(), ChangeOrigin.RULE);
        List<Outcome> outcomes = actions.get(act.action())
                .run(
                        new ActionRun(
                                moment.ctx(),
                                moment.caller(),
                                moment.grants(),
                                standing.entity(),
                                source,
                                subjects,
                                values(standing, runs),
                                moment.now()),
                        act.with());
        int at = 0;
        for (Run run : runs) {
            List<Outcome> own = outcomes.subList(at, at + run.records.size());
            at += run.records.size();
            RunLog.add(run, act, moment.now(), own);
            follow(standing, act, run, own);
        }
        return List.of();
    }

    /** What the keys of all that a run does begin with. */
    static String keys(Rule rule, Run run) {
        return Rule.source(rule.code()) + "/" + run.id + "/";
    }

    private static Subject subject(Rule rule, Step step, Run run, UUID record) {
        return new Subject(
                run.id,
                record,
                keys(rule, run) + step.code() + "/" + record,
                run.actor,
                Causes.with(rule.code(), record, run.causes),
                run.before,
                run.after);
    }

    /** Of a set, single failures are in its log and keep nobody else from going on. */
    private static void follow(Standing standing, Step step, Run run, List<Outcome> outcomes) {
        Outcome decides = outcomes.size() == 1
                ? outcomes.getFirst()
                : outcomes.stream()
                        .filter(Outcome.Later.class::isInstance)
                        .findFirst()
                        .orElse(new Outcome.Done(RuleMessage.FIRED.with(), List.of()));
        switch (decides) {
            case Outcome.Done _, Outcome.Skipped _ ->
                run.goOn(standing.program().after(step));
            case Outcome.Later(Message _, Instant until) -> run.putOff(until);
            case Outcome.Failed(Message why, boolean retry) -> {
                if (retry) {
                    retry(run, standing.moment().now(), why);
                } else {
                    run.fail(why);
                }
            }
        }
    }

    /** Tries it again later, or lets it fail when it has been tried often enough. */
    static void retry(Run run, Instant now, Message why) {
        if (run.tries() < BACK_OFF.size()) {
            run.tryAgain(now.plus(BACK_OFF.get(run.tries())), why);
        } else {
            run.fail(why);
        }
    }

    private List<Run> branch(Standing standing, Step.Branch branch, List<Run> runs) {
        List<JsonNode> asked = branch.cases().stream().map(Step.Case::condition).toList();
        List<Optional<WorkedRecord>> worked = values(standing, runs).of(asked);
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            int way = way(worked.get(i), asked.size());
            List<Step> then =
                    way < 0 ? branch.otherwise() : branch.cases().get(way).then();
            Message said = way < 0 ? RuleMessage.OTHERWISE.with() : RuleMessage.CASE.with(way + 1);
            RunLog.add(run, branch, standing.moment().now(), new Outcome.Done(said, List.of()));
            run.goOn(standing.program().into(branch, then));
        }
        return List.of();
    }

    /** The first case that holds; -1 for none. */
    private static int way(Optional<WorkedRecord> worked, int cases) {
        for (int i = 0; i < cases; i++) {
            int at = i;
            if (worked.filter(record -> record.given().get(at).holds()).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    private List<Run> wait(Standing standing, Step.Wait wait, List<Run> runs) {
        Moment moment = standing.moment();
        List<Optional<Instant>> until = pausing.until(moment, wait, runs, () -> values(standing, runs));
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            Message said = until.get(i)
                    .map(at -> RuleMessage.WAITS_UNTIL.with(pausing.said(moment, at)))
                    .orElse(RuleMessage.NO_TIME_TO_WAIT_FOR.with());
            RunLog.add(run, wait, moment.now(), new Outcome.Done(said, List.of()));
            run.goOn(standing.program().after(wait));
            until.get(i).filter(at -> at.isAfter(moment.now())).ifPresent(run::putOff);
        }
        return List.of();
    }
}
