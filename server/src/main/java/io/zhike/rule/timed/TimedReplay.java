package io.zhike.rule.timed;

import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.entity.EntityDefinition;
import io.zhike.record.DueRecords;
import io.zhike.record.DueRecords.Found;
import io.zhike.record.DueRecords.Sought;
import io.zhike.record.Feed;
import io.zhike.record.PastActivities;
import io.zhike.record.PastActivities.Activity;
import io.zhike.record.PastRecords;
import io.zhike.record.PastRecords.Past;
import io.zhike.rule.PastCondition;
import io.zhike.rule.Replayed;
import io.zhike.rule.Rule;
import io.zhike.rule.RuleRuns;
import io.zhike.rule.Span;
import io.zhike.rule.TimedHistory;
import io.zhike.rule.Trigger;
import io.zhike.store.Database;
import io.zhike.workspace.WorkCalendars;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Replays rules that come with time: looks for the records that had a moment of the trigger in the past, by the indexes that
 * the rules use and by the feed, and asks each of them as it was at that moment.
 */
@Component
class TimedReplay implements TimedHistory {
    private static final int CHUNK = 500;
    private static final int MOST_RECORDS = 200_000;
    private static final int MOST_MOMENTS = 5_000_000;

    private final Database database;
    private final Access access;
    private final WorkCalendars calendars;
    private final DueRecords due;
    private final Feed feed;
    private final PastRecords past;
    private final PastActivities activities;
    private final PastCondition conditions;
    private final Clock clock;

    TimedReplay(
            Database database,
            Access access,
            WorkCalendars calendars,
            DueRecords due,
            Feed feed,
            PastRecords past,
            PastActivities activities,
            PastCondition conditions,
            Clock clock) {
        this.database = database;
        this.access = access;
        this.calendars = calendars;
        this.due = due;
        this.feed = feed;
        this.past = past;
        this.activities = activities;
        this.conditions = conditions;
        this.clock = clock;
    }

    @Override
    public Replayed replay(Workspace workspace, Rule rule, Instant from) {
        Grants grants = access.of(Rule.system(workspace));
        EntityDefinition entity = grants.catalog().get(rule.entity());
        Thresholds thresholds = new Thresholds(
                calendars.time(workspace), entity, DueRecords.activities(grants.catalog(), rule.entity()));
        Window window = new Window(from, clock.instant());
        return database.read(ctx -> new Work(ctx, workspace.zone(), rule, grants, entity, thresholds, window).go());
    }

    /** One replay. */
    private final class Work {
        private final DSLContext ctx;
        private final ZoneId zone;
        private final Rule rule;
        private final Trigger.Timed trigger;
        private final Grants grants;
        private final EntityDefinition entity;
        private final Thresholds thresholds;
        private final Window window;
        private final PastMoments moments;
        private final Replayed.Count count;
        private final Set<UUID> seen = new HashSet<>();
        private int left = MOST_MOMENTS;

        Work(
                DSLContext ctx,
                ZoneId zone,
                Rule rule,
                Grants grants,
                EntityDefinition entity,
                Thresholds thresholds,
                Window window) {
            this.ctx = ctx;
            this.zone = zone;
            this.rule = rule;
            this.trigger = (Trigger.Timed) rule.trigger();
            this.grants = grants;
            this.entity = entity;
            this.thresholds = thresholds;
            this.window = window;
            this.moments = new PastMoments(trigger, thresholds, window);
            this.count = new Replayed.Count(zone);
        }

        Replayed go() {
            changed();
            followed();
            for (Sought sought : sought()) {
                Optional<Found> place = Optional.empty();
                List<Found> found;
                do {
                    found = due.next(ctx, grants, rule.entity(), sought, Optional.empty(), place, CHUNK);
                    look(found.stream().map(Found::id).toList());
                    place = found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
                } while (found.size() == CHUNK && !full());
            }
            return count.done(!full());
        }

        private boolean full() {
            return left <= 0 || seen.size() >= MOST_RECORDS;
        }

        /** Those that were another at some time in the window, or before it while a span was running that ended in it. */
        private void changed() {
            lookAll(feed.touched(ctx, grants.schema(), rule.entity(), since().atOffset(ZoneOffset.UTC), MOST_RECORDS));
        }

        /** Those with an activity that was the last one for a while. */
        private void followed() {
            if (trigger instanceof Trigger.Idle(Span span, String since) && since.equals(Trigger.Idle.FOLLOW_UP)) {
                Instant to = thresholds.first(window.until(), span);
                lookAll(activities.records(ctx, grants, rule.entity(), since(), to, MOST_RECORDS));
            }
        }

        private Instant since() {
            return trigger instanceof Trigger.Idle(Span span, String _)
                    ? thresholds.first(window.after(), span)
                    : window.after();
        }

        /** By what those are found that have not changed since. */
        private List<Sought> sought() {
            Dues dues = thresholds.in(trigger, window);
            return switch (trigger) {
                case Trigger.Schedule _ -> List.of(new Sought.All());
                case Trigger.OnDate date when date.eachYear() -> List.of(new Sought.All());
                case Trigger.OnDate _, Trigger.Idle _ ->
                    IntStream.range(0, dues.size())
                            .mapToObj(at -> dues.each().apply(at).sought())
                            .toList();
            };
        }

        private void lookAll(List<UUID> records) {
            for (int from = 0; from < records.size() && !full(); from += CHUNK) {
                look(records.subList(from, Math.min(records.size(), from + CHUNK)));
            }
        }

        private void look(List<UUID> records) {
            Set<UUID> fresh = new LinkedHashSet<>(records);
            fresh.removeIf(record -> !seen.add(record));
            if (fresh.isEmpty()) {
                return;
            }
            Map<UUID, List<Past>> history = past.history(ctx, grants, entity, fresh, since());
            boolean asks = trigger instanceof Trigger.Idle idle && idle.since().equals(Trigger.Idle.FOLLOW_UP);
            Map<UUID, List<Activity>> known = asks ? activities.of(ctx, grants, rule.entity(), fresh) : Map.of();
            PastCondition.Asked where = conditions.of(ctx, grants, rule, fresh);
            history.forEach((record, states) -> one(record, states, known.getOrDefault(record, List.of()), where));
        }

        private void one(UUID record, List<Past> states, List<Activity> known, PastCondition.Asked where) {
            Set<String> once = new HashSet<>();
            for (int i = 0; i < states.size(); i++) {
                Past state = states.get(i);
                Instant until = i + 1 < states.size() ? states.get(i + 1).from() : Instant.MAX;
                List<Instant> due = moments.in(state, until, known);
                left -= due.size();
                boolean same = !due.isEmpty() && !where.usesNow();
                boolean held = same && where.held(state.values(), due.getFirst());
                for (Instant moment : due) {
                    if ((same ? held : where.held(state.values(), moment)) && first(once, moment)) {
                        count.add(record, moment);
                    }
                }
            }
        }

        private boolean first(Set<String> once, Instant moment) {
            return rule.once()
                    .map(per -> once.add(RuleRuns.period(per, moment, zone)))
                    .orElse(true);
        }
    }
}
