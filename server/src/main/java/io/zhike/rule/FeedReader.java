package io.zhike.rule;

import io.zhike.access.Grants;
import io.zhike.entity.EntityDefinition;
import io.zhike.expression.Checked;
import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import io.zhike.expression.Vocabulary;
import io.zhike.message.ProblemException;
import io.zhike.record.Change;
import io.zhike.record.ChangeKind;
import io.zhike.record.PastRecords;
import io.zhike.record.RecordReader;
import io.zhike.record.WorkedRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds out which rules changes of the feed set off: by an index, then by conditions over all their records at once. */
@Component
class FeedReader {
    private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);
    private static final Expressions LANGUAGE = new Expressions();

    private final RecordReader reader;
    private final PastRecords past;
    private final RuleRuns runs;

    FeedReader(RecordReader reader, PastRecords past, RuleRuns runs) {
        this.reader = reader;
        this.past = past;
        this.runs = runs;
    }

    /** A rule that a change may set off. */
    private record Candidate(Change change, Rule rule) {}

    /** Begins the runs that {@code changes} set off, in the transaction of {@code moment}. Without a rule for them, no statement. */
    int handle(Moment moment, List<Change> changes) {
        List<Candidate> candidates = new ArrayList<>();
        for (Change change : changes) {
            for (Rule rule : moment.book().candidates(change)) {
                if (!Causes.own(rule.code(), change.record(), change.causes())) {
                    candidates.add(new Candidate(change, rule));
                }
            }
        }
        if (candidates.isEmpty()) {
            return 0;
        }
        Set<String> rules = new LinkedHashSet<>();
        candidates.forEach(candidate -> rules.add(candidate.rule().code()));
        Map<String, RuleStates.State> states =
                new RuleStates(moment.ctx(), moment.workspace().schema()).of(rules);
        candidates.removeIf(candidate -> !awake(states, candidate));
        List<Candidate> held = held(moment, had(moment, candidates));
        return runs.begin(moment.ctx(), moment.workspace(), fired(held));
    }

    private static boolean awake(Map<String, RuleStates.State> states, Candidate candidate) {
        RuleStates.State state = states.get(candidate.rule().code());
        return state != null && state.on() && !candidate.change().at().isBefore(state.since());
    }

    /** Those whose record was before as the rule wants it. */
    private List<Candidate> had(Moment moment, List<Candidate> candidates) {
        Map<String, List<Change>> asking = new HashMap<>();
        for (Candidate candidate : candidates) {
            if (candidate.rule().was().isPresent()) {
                asking.computeIfAbsent(candidate.change().entity(), _ -> new ArrayList<>())
                        .add(candidate.change());
            }
        }
        Map<UUID, PastRecords.Around> around = new HashMap<>();
        asking.forEach((entity, changes) -> moment.grants()
                .catalog()
                .find(entity)
                .ifPresent(found -> around.putAll(past.around(moment.ctx(), moment.grants(), found, changes))));
        return candidates.stream()
                .filter(candidate -> candidate.rule().was().isEmpty()
                        || Optional.ofNullable(around.get(candidate.change().id()))
                                .filter(found -> was(moment, candidate.rule(), found, moment.now()))
                                .isPresent())
                .toList();
    }

    /** Whether a record was before as the rule wants it, asked at {@code at}; a new one was not. */
    boolean was(Moment moment, Rule rule, PastRecords.Around around, Instant at) {
        Grants grants = moment.grants();
        EntityDefinition entity = grants.catalog().get(rule.entity());
        return !around.before().isEmpty()
                && rule.was()
                        .flatMap(text -> tree(grants, entity.code(), text))
                        .filter(condition -> past.holds(grants, entity, condition, around.before(), at))
                        .isPresent();
    }

    /** A text or a tree, checked; empty where it is wrong by now. */
    static Optional<Expression> tree(Grants grants, String entity, JsonNode condition) {
        Vocabulary names = grants.catalog().vocabulary();
        Checked checked = condition.isString()
                ? LANGUAGE.check(condition.stringValue(), entity, names)
                : LANGUAGE.check(condition, entity, names);
        return checked.expression();
    }

    /** Those whose record is now as the rule wants it: one statement for all rules of an entity. */
    private List<Candidate> held(Moment moment, List<Candidate> candidates) {
        Map<String, List<Candidate>> groups = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            boolean binned = candidate.change().kind() == ChangeKind.DELETE;
            groups.computeIfAbsent(candidate.change().entity() + (binned ? "/bin" : ""), _ -> new ArrayList<>())
                    .add(candidate);
        }
        Set<Candidate> held = new LinkedHashSet<>();
        groups.values().forEach(group -> held.addAll(heldOfOne(moment, group)));
        return candidates.stream().filter(held::contains).toList();
    }

    private List<Candidate> heldOfOne(Moment moment, List<Candidate> group) {
        Map<String, Integer> places = new HashMap<>();
        List<JsonNode> conditions = new ArrayList<>();
        Set<UUID> records = new LinkedHashSet<>();
        for (Candidate candidate : group) {
            Rule rule = candidate.rule();
            if (rule.where().isPresent() && !places.containsKey(rule.code())) {
                places.put(rule.code(), conditions.size());
                conditions.add(rule.where().get());
            }
            if (rule.where().isPresent()) {
                records.add(candidate.change().record());
            }
        }
        if (conditions.isEmpty()) {
            return group;
        }
        Map<UUID, WorkedRecord> worked = new HashMap<>();
        try {
            workOut(moment, group.getFirst().change(), records, conditions)
                    .forEach(record -> worked.put(record.id(), record));
        } catch (ProblemException | DataAccessException failed) {
            return oneByOne(moment, group, failed);
        }
        return group.stream()
                .filter(candidate -> candidate.rule().where().isEmpty()
                        || Optional.ofNullable(worked.get(candidate.change().record()))
                                .filter(record -> record.given()
                                        .get(places.getOrDefault(
                                                candidate.rule().code(), 0))
                                        .holds())
                                .isPresent())
                .toList();
    }

    /** In a part of the transaction that can be taken back: a figure that is too large ends it. */
    private List<WorkedRecord> workOut(Moment moment, Change like, Set<UUID> records, List<JsonNode> conditions) {
        return moment.ctx()
                .transactionResult(inner -> reader.workOut(
                        inner.dsl(),
                        moment.grants(),
                        like.entity(),
                        records,
                        conditions,
                        like.kind() == ChangeKind.DELETE));
    }

    /** A condition that fails must not keep the feed from being read: it holds for nothing. */
    private List<Candidate> oneByOne(Moment moment, List<Candidate> group, RuntimeException failed) {
        Map<String, List<Candidate>> byRule = new LinkedHashMap<>();
        for (Candidate candidate : group) {
            byRule.computeIfAbsent(candidate.rule().code(), _ -> new ArrayList<>())
                    .add(candidate);
        }
        if (byRule.size() == 1) {
            LOG.warn("The condition of rule '{}' cannot be worked out", byRule.keySet(), failed);
            return List.of();
        }
        List<Candidate> held = new ArrayList<>();
        byRule.values().forEach(one -> held.addAll(heldOfOne(moment, one)));
        return held;
    }

    /** One run for each, or one for all records of a batch where the rule takes them as a set. */
    private static List<Fired> fired(List<Candidate> held) {
        Map<String, List<Candidate>> runs = new LinkedHashMap<>();
        for (Candidate candidate : held) {
            String one = candidate.rule().asSet()
                    ? candidate.change().batch().map(UUID::toString).orElse("")
                    : candidate.change().id().toString();
            runs.computeIfAbsent(candidate.rule().code() + "/" + one, _ -> new ArrayList<>())
                    .add(candidate);
        }
        return runs.values().stream().map(FeedReader::together).toList();
    }

    private static Fired together(List<Candidate> candidates) {
        Change change = candidates.getFirst().change();
        return new Fired(
                candidates.getFirst().rule(),
                change.id().toString(),
                candidates.stream()
                        .map(candidate -> candidate.change().record())
                        .distinct()
                        .toList(),
                change.at(),
                change.actor(),
                change.causes(),
                change.before(),
                change.after());
    }
}
