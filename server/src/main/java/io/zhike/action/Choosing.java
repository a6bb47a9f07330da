package io.zhike.action;

import io.zhike.record.FieldCounts;
import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Chooses people for the subjects of one step, one after the other: each choice counts for the next. What others choose at
 * the same time waits for the end of the transaction.
 */
final class Choosing {
    private final ActionRun run;
    private final Asked asked;
    private final Turns turns;
    private final FieldCounts counts;
    private final Set<String> locked = new HashSet<>();
    private final Map<String, Optional<UUID>> last = new HashMap<>();
    private final Map<UUID, Long> held = new HashMap<>();
    private final Map<UUID, Long> today = new HashMap<>();
    private final Set<UUID> counted = new HashSet<>();

    /**
     * What is asked of it.
     *
     * @param field that holds who is chosen
     * @param open which records count as somebody's load; empty for all
     * @param mostOpen how many open ones somebody may hold; empty for no limit
     * @param mostToday how many somebody may be given in a day; empty for no limit
     * @param midnight the beginning of the day
     */
    record Asked(
            String field,
            Optional<JsonNode> open,
            Optional<Integer> mostOpen,
            Optional<Integer> mostToday,
            Instant midnight) {}

    Choosing(ActionRun run, Asked asked, FieldCounts counts) {
        this.run = run;
        this.asked = asked;
        this.counts = counts;
        WorkspaceSchema schema = run.workspace().schema();
        this.turns = new Turns(run.ctx(), schema);
    }

    /** Whoever comes after the one who was chosen last at {@code place}, in an order that stays. */
    Optional<UUID> inTurn(String place, Collection<UUID> among) {
        lock(place);
        Optional<UUID> before = last.getOrDefault(place, Optional.empty());
        List<UUID> order = among.stream().sorted().toList();
        List<UUID> fromNext = new ArrayList<>(order);
        before.ifPresent(id -> fromNext.sort(
                Comparator.comparing((UUID each) -> each.compareTo(id) <= 0).thenComparing(Comparator.naturalOrder())));
        Optional<UUID> chosen = free(fromNext).stream().findFirst();
        chosen.ifPresent(id -> {
            last.put(place, chosen);
            take(id);
        });
        return chosen;
    }

    /** Whoever holds the least; whose turn it is decides between equals. */
    Optional<UUID> byLoad(String place, Collection<UUID> among) {
        lock(place);
        count(among);
        Optional<UUID> before = last.getOrDefault(place, Optional.empty());
        Optional<UUID> chosen = free(among).stream()
                .min(Comparator.comparing((UUID id) -> held.getOrDefault(id, 0L))
                        .thenComparing(id ->
                                before.filter(was -> id.compareTo(was) <= 0).isPresent())
                        .thenComparing(Comparator.naturalOrder()));
        chosen.ifPresent(id -> {
            last.put(place, chosen);
            take(id);
        });
        return chosen;
    }

    /** The first who has room. */
    Optional<UUID> first(String place, Collection<UUID> among) {
        if (asked.mostOpen().isPresent() || asked.mostToday().isPresent()) {
            lock(place);
        }
        Optional<UUID> chosen = free(among).stream().findFirst();
        chosen.ifPresent(this::take);
        return chosen;
    }

    /** Remembers whose turn it was. */
    void keep() {
        locked.stream()
                .sorted()
                .forEach(place -> turns.keep(
                        place, last.getOrDefault(place, Optional.empty()).orElse(null)));
    }

    private void lock(String place) {
        if (locked.add(place)) {
            last.put(place, turns.lockedLast(place));
        }
    }

    private List<UUID> free(Collection<UUID> among) {
        if (asked.mostOpen().isPresent() || asked.mostToday().isPresent()) {
            count(among);
        }
        return among.stream()
                .filter(id -> asked.mostOpen()
                        .map(most -> held.getOrDefault(id, 0L) < most)
                        .orElse(true))
                .filter(id -> asked.mostToday()
                        .map(most -> today.getOrDefault(id, 0L) < most)
                        .orElse(true))
                .toList();
    }

    private void count(Collection<UUID> among) {
        Set<UUID> unknown = new HashSet<>(among);
        unknown.removeAll(counted);
        if (unknown.isEmpty()) {
            return;
        }
        counted.addAll(unknown);
        counts.of(run.ctx(), run.grants(), run.entity(), asked.field(), unknown, asked.open())
                .forEach((id, count) -> held.merge(id, count, Long::sum));
        if (asked.mostToday().isPresent()) {
            counts.given(run.ctx(), run.grants(), run.entity(), asked.field(), unknown, asked.midnight())
                    .forEach((id, count) -> today.merge(id, count, Long::sum));
        }
    }

    private void take(UUID id) {
        held.merge(id, 1L, Long::sum);
        today.merge(id, 1L, Long::sum);
    }
}
