package io.zhike.rule.timed;

import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.definition.Definitions;
import io.zhike.message.ProblemException;
import io.zhike.record.DueRecords;
import io.zhike.record.DueRecords.Found;
import io.zhike.rule.Fired;
import io.zhike.rule.Rule;
import io.zhike.rule.RuleBook;
import io.zhike.rule.RuleRuns;
import io.zhike.rule.RuleStates;
import io.zhike.rule.Trigger;
import io.zhike.rule.timed.PassRows.Pass;
import io.zhike.store.Database;
import io.zhike.workspace.WorkCalendars;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sets off the rules that come with time. Each pass deals with the moments since the pass before, a bounded piece in each
 * transaction, which also writes how far it came: a node that dies loses nothing and doubles nothing, and two nodes do
 * different rules.
 */
@Component
class TimedRules {
    private static final Logger LOG = LoggerFactory.getLogger(TimedRules.class);
    private static final int CHUNK = 1_000;

    private final Database database;
    private final Definitions definitions;
    private final Access access;
    private final WorkCalendars calendars;
    private final DueRecords records;
    private final RuleRuns runs;
    private final Clock clock;

    TimedRules(
            Database database,
            Definitions definitions,
            Access access,
            WorkCalendars calendars,
            DueRecords records,
            RuleRuns runs,
            Clock clock) {
        this.database = database;
        this.definitions = definitions;
        this.access = access;
        this.calendars = calendars;
        this.records = records;
        this.runs = runs;
        this.clock = clock;
    }

    /** The timed rules of a workspace that their definitions say are on. */
    List<Rule> of(Workspace workspace) {
        return RuleBook.of(definitions.published(workspace)).on(Trigger.Timed.class::isInstance);
    }

    /** A pass over all timed rules of a workspace, up to now. */
    void pass(Workspace workspace) {
        pass(workspace, clock.instant());
    }

    void pass(Workspace workspace, Instant now) {
        for (Rule rule : of(workspace)) {
            try {
                while (piece(workspace, rule, now)) {
                    // The next piece is a transaction of its own.
                }
            } catch (ProblemException | DataAccessException failed) {
                // It is tried again at the next pass; the rules behind it are not to wait for it.
                LOG.warn("The timed rule '{}' cannot be worked at", rule.code(), failed);
            }
        }
    }

    /** One piece of a rule's pass; whether there is more. */
    boolean piece(Workspace workspace, Rule rule, Instant now) {
        return prepared(workspace, rule)
                .map(prepared -> database.write(ctx -> piece(ctx, prepared, now)))
                .orElse(false);
    }

    /** A rule with what is looked up before a transaction begins, which holds one connection. */
    record Prepared(Workspace workspace, Rule rule, Grants grants, Thresholds thresholds) {}

    /** Empty where the rule's entity is gone. */
    Optional<Prepared> prepared(Workspace workspace, Rule rule) {
        Grants grants = access.of(Rule.system(workspace));
        return grants.catalog()
                .find(rule.entity())
                .map(entity -> new Prepared(
                        workspace,
                        rule,
                        grants,
                        new Thresholds(
                                calendars.time(workspace),
                                entity,
                                DueRecords.activities(grants.catalog(), rule.entity()))));
    }

    /** One piece in the transaction of {@code ctx}. */
    boolean piece(DSLContext ctx, Prepared prepared, Instant now) {
        String rule = prepared.rule().code();
        RuleStates states = new RuleStates(ctx, prepared.workspace().schema());
        RuleStates.State state = states.of(List.of(rule)).get(rule);
        if (state == null || !state.on() || states.paused()) {
            return false;
        }
        PassRows rows = new PassRows(ctx, prepared.workspace().schema());
        return rows.lock(rule, state.since())
                .map(found -> found.through().isBefore(state.since()) && !asked(found) ? Pass.at(state.since()) : found)
                .filter(pass -> now.isAfter(pass.through()))
                .map(pass -> new Work(ctx, prepared, rows).go(pass, now))
                .orElse(false);
    }

    /** Whether somebody wants what was due before the rule began. */
    private static boolean asked(Pass pass) {
        return pass.through().equals(Instant.EPOCH) && pass.until().isPresent();
    }

    /** Lets a rule deal with all that is due already, from the next pass on; what it dealt with before is not done again. */
    void applyToDue(Workspace workspace, Rule rule) {
        database.writing(ctx -> {
            PassRows rows = new PassRows(ctx, workspace.schema());
            rows.lock(rule.code(), clock.instant());
            rows.set(rule.code(), new Pass(Instant.EPOCH, Optional.of(clock.instant()), 0, Optional.empty()));
        });
    }

    /** One piece in one transaction. */
    private final class Work {
        private final DSLContext ctx;
        private final Workspace workspace;
        private final Rule rule;
        private final Grants grants;
        private final Thresholds thresholds;
        private final PassRows rows;

        Work(DSLContext ctx, Prepared prepared, PassRows rows) {
            this.ctx = ctx;
            this.workspace = prepared.workspace();
            this.rule = prepared.rule();
            this.grants = prepared.grants();
            this.thresholds = prepared.thresholds();
            this.rows = rows;
        }

        /** As many of the things that are sought as fill a piece; whether there is more. */
        boolean go(Pass pass, Instant now) {
            Instant until = pass.until().orElse(now);
            Dues dues = thresholds.in((Trigger.Timed) rule.trigger(), new Window(pass.through(), until));
            if (rule.asSet()) {
                asSet(dues, until);
                rows.set(rule.code(), Pass.at(until));
                return false;
            }
            int room = CHUNK;
            Optional<Found> place = pass.place();
            for (int phase = pass.phase(); phase < dues.size(); phase++) {
                Due due = dues.each().apply(phase);
                List<Found> found = next(due, place, room);
                runs.begin(
                        ctx,
                        workspace,
                        found.stream().map(each -> fired(due, each)).toList());
                if (found.size() == room) {
                    rows.set(
                            rule.code(),
                            new Pass(pass.through(), Optional.of(until), phase, Optional.of(found.getLast())));
                    return true;
                }
                room -= found.size();
                place = Optional.empty();
            }
            rows.set(rule.code(), Pass.at(until));
            return false;
        }

        private List<Found> next(Due due, Optional<Found> place, int limit) {
            return records.next(ctx, grants, rule.entity(), due.sought(), rule.where(), place, limit);
        }

        private Fired fired(Due due, Found found) {
            return Fired.byTime(
                    rule,
                    due.period().apply(found) + "/" + found.id(),
                    List.of(found.id()),
                    due.at().apply(found));
        }

        /** One run for all that is due, however much: only their ids are in memory. */
        private void asSet(Dues dues, Instant until) {
            Set<UUID> ids = new LinkedHashSet<>();
            for (int phase = 0; phase < dues.size(); phase++) {
                Due due = dues.each().apply(phase);
                Optional<Found> place = Optional.empty();
                List<Found> found;
                do {
                    found = next(due, place, CHUNK);
                    found.forEach(each -> ids.add(each.id()));
                    place = found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
                } while (found.size() == CHUNK);
            }
            if (!ids.isEmpty()) {
                runs.begin(ctx, workspace, List.of(Fired.byTime(rule, "set/" + until, List.copyOf(ids), until)));
            }
        }
    }
}
