package io.zhike.rule;

import io.zhike.action.Outcome;
import io.zhike.entity.Many;
import io.zhike.record.RecordReader;
import io.zhike.record.RelatedRecords;
import io.zhike.rule.Machine.Standing;
import io.zhike.store.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Goes through what belongs to records: each of them becomes a run of its own, and who sent them waits until all are through. */
@Component
class GoingThrough {
    private static final int MOST = 10_000;

    private final RecordReader reader;
    private final RelatedRecords related;

    GoingThrough(RecordReader reader, RelatedRecords related) {
        this.reader = reader;
        this.related = related;
    }

    /** The runs of the records that {@code runs} are to go through; what has none goes on at once. */
    List<Run> begin(Standing standing, Step.Each each, List<Run> runs) {
        Moment moment = standing.moment();
        Optional<Many> many = moment.grants().catalog().many(standing.entity().code(), each.of());
        Set<UUID> owners = new HashSet<>();
        runs.forEach(run -> owners.addAll(run.records));
        Map<UUID, List<UUID>> found =
                related.of(moment.ctx(), moment.grants(), standing.entity(), each.of(), owners, MOST + 1);
        Set<UUID> wanted =
                many.map(way -> wanted(moment, way.entity(), each, found)).orElse(Set.of());
        List<Run> children = new ArrayList<>();
        for (Run run : runs) {
            List<UUID> records = run.records.stream()
                    .flatMap(owner -> found.getOrDefault(owner, List.of()).stream())
                    .filter(wanted::contains)
                    .toList();
            children.addAll(
                    through(standing, each, run, records, many.map(Many::entity).orElse("")));
        }
        return children;
    }

    private Set<UUID> wanted(Moment moment, String entity, Step.Each each, Map<UUID, List<UUID>> found) {
        Set<UUID> all = new HashSet<>();
        found.values().forEach(all::addAll);
        return each.where()
                .map(where -> reader.holding(moment.ctx(), moment.grants(), entity, all, where, false))
                .orElse(all);
    }

    private static List<Run> through(Standing standing, Step.Each each, Run run, List<UUID> records, String entity) {
        Instant now = standing.moment().now();
        Optional<String> first = each.then().stream().findFirst().map(Step::code);
        if (records.size() > MOST) {
            run.fail(RuleMessage.TOO_MANY_TO_GO_THROUGH.with(MOST));
            return List.of();
        }
        if (records.isEmpty() || first.isEmpty()) {
            RunLog.add(run, each, now, new Outcome.Skipped(RuleMessage.NOTHING_TO_GO_THROUGH.with()));
            run.goOn(standing.program().after(each));
            return List.of();
        }
        RunLog.add(run, each, now, new Outcome.Done(RuleMessage.GOES_THROUGH.with(records.size()), List.of()));
        run.stepInto(standing.program().after(each));
        return records.stream()
                .map(record -> new Run(
                        new Run.Of(
                                Ids.at(now),
                                run.rule,
                                run.id + "/" + each.code() + "/" + record,
                                entity,
                                List.of(record),
                                run.actor,
                                run.causes,
                                run.before,
                                run.after,
                                Optional.of(run.id),
                                now),
                        first.get(),
                        now))
                .toList();
    }
}
