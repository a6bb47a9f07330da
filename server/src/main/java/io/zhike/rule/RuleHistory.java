package io.zhike.rule;

import io.zhike.entity.EntityDefinition;
import io.zhike.record.Change;
import io.zhike.record.Feed;
import io.zhike.record.PastRecords;
import io.zhike.workspace.Workspace;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What rules that wait for changes would have made of the past: by the feed, and nothing is done. */
@Component
class RuleHistory {
    private static final UUID FIRST = new UUID(0, 0);
    private static final int WINDOW = 1_000;
    private static final int MOST_CHANGES = 2_000_000;

    private final RuleEngine engine;
    private final Feed feed;
    private final PastRecords past;
    private final PastCondition conditions;
    private final FeedReader reading;

    RuleHistory(RuleEngine engine, Feed feed, PastRecords past, PastCondition conditions, FeedReader reading) {
        this.engine = engine;
        this.feed = feed;
        this.past = past;
        this.conditions = conditions;
        this.reading = reading;
    }

    /**
     * Goes through what happened since {@code from}: triggers and conditions on the record itself as it was then, conditions on
     * what lies beyond as it is now. Memory for the records that the rule would have fired for once, at most.
     */
    Replayed replay(Workspace workspace, Rule rule, Instant from) {
        Moment moment = engine.moment(workspace);
        Set<String> once = new HashSet<>();
        Replayed.Count count = new Replayed.Count(workspace.zone());
        Instant at = from;
        UUID after = FIRST;
        for (int read = 0; read < MOST_CHANGES; read += WINDOW) {
            List<Change> changes =
                    feed.since(moment.ctx(), workspace.schema(), rule.entity(), RunRows.utc(at), after, WINDOW);
            for (Change change : held(moment, rule, changes)) {
                if (first(workspace, rule, change, once)) {
                    count.add(change.record(), change.at());
                }
            }
            if (changes.size() < WINDOW) {
                return count.done(true);
            }
            at = changes.getLast().at();
            after = changes.getLast().id();
        }
        return count.done(false);
    }

    private static boolean first(Workspace workspace, Rule rule, Change change, Set<String> once) {
        return rule.once()
                .map(per -> once.add(RuleRuns.period(per, change.at(), workspace.zone()) + "/" + change.record()))
                .orElse(true);
    }

    private List<Change> held(Moment moment, Rule rule, List<Change> changes) {
        List<Change> waited = changes.stream()
                .filter(change -> Matching.matches(rule.trigger(), change)
                        && !Causes.own(rule.code(), change.record(), change.causes()))
                .toList();
        EntityDefinition entity = moment.grants().catalog().get(rule.entity());
        Map<UUID, PastRecords.Around> around = past.around(moment.ctx(), moment.grants(), entity, waited);
        PastCondition.Asked where = conditions.of(
                moment.ctx(),
                moment.grants(),
                rule,
                waited.stream().map(Change::record).distinct().toList());
        return waited.stream()
                .filter(change -> Optional.ofNullable(around.get(change.id()))
                        .filter(found -> rule.was().isEmpty() || reading.was(moment, rule, found, change.at()))
                        .filter(found -> where.held(found.after(), change.at()))
                        .isPresent())
                .toList();
    }
}
