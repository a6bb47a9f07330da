package io.zhike.rule;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How often a rule would have fired.
 *
 * @param named the first of them
 * @param whole whether all of the past was looked at; false where there was too much of it
 */
public record Replayed(long fired, List<Hit> named, Map<YearMonth, Long> byMonth, boolean whole) {
    private static final int MOST_NAMED = 200;

    public Replayed {
        named = List.copyOf(named);
    }

    /** That it would have for a record. */
    public record Hit(UUID record, Instant at) {
        private static final Comparator<Hit> ORDER =
                Comparator.comparing(Hit::at).thenComparing(Hit::record);
    }

    /** Counts what is found, in any order; memory for what is named. */
    public static final class Count {
        private final ZoneId zone;
        private final PriorityQueue<Hit> first = new PriorityQueue<>(Hit.ORDER.reversed());
        private final SortedMap<YearMonth, Long> byMonth = new TreeMap<>();
        private long fired;

        /** @param zone in which months begin and end */
        public Count(ZoneId zone) {
            this.zone = zone;
        }

        public void add(UUID record, Instant at) {
            fired++;
            byMonth.merge(YearMonth.from(at.atZone(zone)), 1L, Long::sum);
            Hit hit = new Hit(record, at);
            if (first.size() < MOST_NAMED) {
                first.add(hit);
            } else if (Hit.ORDER.compare(hit, first.element()) < 0) {
                first.remove();
                first.add(hit);
            }
        }

        public Replayed done(boolean whole) {
            return new Replayed(fired, first.stream().sorted(Hit.ORDER).toList(), byMonth, whole);
        }
    }
}
