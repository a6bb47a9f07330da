package io.zhike.rule;

import io.zhike.message.Message;
import io.zhike.message.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes runs that are due through their steps: some of one rule together, in one transaction with how far they have come, so
 * that what a step does happens once whatever breaks off. A step that fails for several is tried for each alone.
 */
@Component
class RuleRunner {
    private static final Logger LOG = LoggerFactory.getLogger(RuleRunner.class);

    /** How many runs of a rule go together. */
    static final int CHUNK = 200;

    /** A transaction ends after so many steps at the latest; what is left goes on in the next. */
    private static final int MOST_ROUNDS = 50;

    private final Machine machine;

    RuleRunner(Machine machine) {
        this.machine = machine;
    }

    /**
     * Works at runs of the rule that is due first, in the transaction of {@code moment}.
     *
     * @return how many it worked at; 0 where nothing is due, or all of it is in other hands
     */
    int work(Moment moment) {
        RunRows rows = moment.runs();
        Optional<String> due = rows.ruleDue(moment.now());
        if (due.isEmpty()) {
            return 0;
        }
        List<Run> runs = rows.due(due.get(), moment.now(), CHUNK);
        Optional<Rule> rule = moment.book().find(due.get());
        if (rule.isEmpty()) {
            runs.forEach(run -> run.stop(RuleMessage.RULE_GONE.with(), List.of()));
        } else {
            rows.add(through(moment, rule.get(), runs));
        }
        rows.move(runs, moment.now());
        Set<UUID> parents = new LinkedHashSet<>();
        runs.stream().filter(run -> run.state().over()).forEach(run -> run.parent.ifPresent(parents::add));
        rows.goOnAfter(parents, moment.now());
        return runs.size();
    }

    /** As far as they can go now; the runs that came of it. */
    List<Run> through(Moment moment, Rule rule, List<Run> runs) {
        List<Run> made = new ArrayList<>();
        runs.stream().filter(run -> run.step() == null).forEach(run -> run.goOn(Optional.empty()));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Map<String, List<Run>> standing = new LinkedHashMap<>();
            runs.stream()
                    .filter(Run::goesOn)
                    .forEach(run -> standing.computeIfAbsent(run.entity + "/" + run.step(), _ -> new ArrayList<>())
                            .add(run));
            if (standing.isEmpty()) {
                break;
            }
            standing.values().forEach(group -> made.addAll(step(moment, rule, group)));
        }
        return made;
    }

    private List<Run> step(Moment moment, Rule rule, List<Run> runs) {
        List<Run.Mark> marks = runs.stream().map(Run::mark).toList();
        try {
            return moment.ctx().transactionResult(inner -> machine.step(moment.in(inner.dsl()), rule, runs));
        } catch (RuntimeException failed) {
            for (int i = 0; i < runs.size(); i++) {
                runs.get(i).backTo(marks.get(i));
            }
            // An outer edge: what an action does wrong for one record must not keep the others, nor the rules behind
            // it.
            if (runs.size() == 1) {
                failed(moment, rule, runs.getFirst(), failed);
                return List.of();
            }
            List<Run> made = new ArrayList<>();
            runs.forEach(run -> made.addAll(step(moment, rule, List.of(run))));
            return made;
        }
    }

    private static void failed(Moment moment, Rule rule, Run run, RuntimeException failed) {
        Message why = failed instanceof ProblemException problem
                ? problem.message()
                : RuleMessage.STEP_FAILED.with(failed.getClass().getSimpleName());
        LOG.warn("Rule '{}' failed at step '{}' of run {}", rule.code(), run.step(), run.id, failed);
        RunLog.failed(run, moment.book().program(rule.code()), moment.now(), why);
        Machine.retry(run, moment.now(), why);
    }
}
