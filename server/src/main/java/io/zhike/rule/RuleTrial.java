package io.zhike.rule;

import io.zhike.access.Access;
import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Definitions;
import io.zhike.notice.Outbox;
import io.zhike.record.RecordReader;
import io.zhike.record.WorkedRecord;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Tries a rule on a record: the real run, in a transaction that is rolled back. What leaves the house does so by rows of that
 * transaction, so nothing does. Waits are passed over at once.
 */
@Component
class RuleTrial {
    private static final int MOST_RUNS = 50;

    private final Database database;
    private final Definitions definitions;
    private final Access access;
    private final RecordReader reader;
    private final RuleRunner runner;
    private final Outbox outbox;
    private final Clock clock;

    RuleTrial(
            Database database,
            Definitions definitions,
            Access access,
            RecordReader reader,
            RuleRunner runner,
            Outbox outbox,
            Clock clock) {
        this.database = database;
        this.definitions = definitions;
        this.access = access;
        this.reader = reader;
        this.runner = runner;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param fires whether the record is now as the rule's condition wants it
     * @param log of the steps, whether it would have begun or not
     * @param sends what would have left the house
     */
    record Tried(boolean fires, List<Logged> log, List<Outbox.Outgoing> sends) {}

    /** An entry of a log, and the record that it is for where that is another than the one tried. */
    record Logged(JsonNode entry, Optional<UUID> item) {}

    /** @param definition of a rule that {@code caller} might save */
    Tried run(Caller caller, Definition definition, UUID record) {
        Rule rule = RuleParser.parse(definition);
        reader.require(caller, rule.entity(), record);
        Workspace workspace = caller.workspace();
        DefinitionSet set = definitions.published(workspace).with(List.of(definition), List.of());
        Caller system = Rule.system(workspace);
        var grants = access.of(system);
        Instant now = clock.instant();
        List<Tried> found = new ArrayList<>();
        try {
            database.writing(ctx -> {
                Moment moment = new Moment(ctx, system, grants, RuleBook.of(set), now);
                found.add(tried(moment, rule, record));
                throw new TakenBack();
            });
        } catch (TakenBack done) {
            return found.getFirst();
        }
        throw new IllegalStateException("a trial is always taken back");
    }

    /** Ends the transaction of a trial. */
    private static final class TakenBack extends RuntimeException {
        TakenBack() {
            super("a trial is taken back", null, false, false);
        }
    }

    private Tried tried(Moment moment, Rule rule, UUID record) {
        boolean fires = rule.where().isEmpty()
                || reader
                        .workOut(
                                moment.ctx(),
                                moment.grants(),
                                rule.entity(),
                                List.of(record),
                                List.of(rule.where().get()),
                                false)
                        .stream()
                        .findFirst()
                        .map(WorkedRecord::given)
                        .filter(given -> given.getFirst().holds())
                        .isPresent();
        Instant now = moment.now();
        Optional<String> first = moment.book().program(rule.code()).first();
        Run run = new Run(
                new Run.Of(
                        Ids.at(now),
                        rule.code(),
                        "trial",
                        rule.entity(),
                        List.of(record),
                        Optional.empty(),
                        List.of(),
                        Fired.none(),
                        Fired.none(),
                        Optional.empty(),
                        now),
                first.orElse(null),
                now);
        List<Logged> log = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        Deque<Run> waiting = new ArrayDeque<>(List.of(run));
        for (int i = 0; i < MOST_RUNS && !waiting.isEmpty(); i++) {
            Run next = waiting.removeFirst();
            keys.add(Machine.keys(rule, next));
            waiting.addAll(toTheEnd(moment, rule, next, log));
        }
        return new Tried(fires, log, outbox.written(moment.ctx(), moment.workspace(), keys));
    }

    /** As far as a run gets when it waits for nothing; the runs that came of it. */
    private List<Run> toTheEnd(Moment moment, Rule rule, Run run, List<Logged> log) {
        List<Run> made = new ArrayList<>();
        String before;
        do {
            before = run.step();
            made.addAll(runner.through(moment, rule, List.of(run)));
            // What is put off to another time stands where it stood.
        } while (!Objects.equals(before, run.step()) && run.goOnAtOnce());
        Optional<UUID> item = run.parent.map(_ -> run.records.getFirst());
        run.log().forEach(entry -> log.add(new Logged(entry, item)));
        return made;
    }
}
