package io.zhike.rule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The chain of what led to a change: rules and the records they ran for, nearest first, among other causes. */
final class Causes {
    /** A chain that is longer than that goes nowhere. */
    static final int DEEPEST = 16;

    /** What the keys of runs begin with that would close a way round. */
    static final String ROUND = "round/";

    private static final String RULE = Rule.source("");

    private Causes() {}

    /** One rule that ran for one record. */
    record Link(String rule, UUID record) {
        String text() {
            return Rule.source(rule) + ":" + record;
        }
    }

    static Optional<Link> link(String cause) {
        String[] parts = cause.split(":", -1);
        return cause.startsWith(RULE) && parts.length == 3
                ? Optional.of(new Link(parts[1], UUID.fromString(parts[2])))
                : Optional.empty();
    }

    static List<Link> links(List<String> causes) {
        return causes.stream().flatMap(cause -> link(cause).stream()).toList();
    }

    /** What is caused by the rule's run for the record, which was itself caused by {@code causes}. */
    static List<String> with(String rule, UUID record, List<String> causes) {
        List<String> all = new ArrayList<>(List.of(new Link(rule, record).text()));
        causes.stream().filter(cause -> link(cause).isPresent()).forEach(all::add);
        return all;
    }

    /** Whether the change is what the rule itself did to the record just before: it never answers that. */
    static boolean own(String rule, UUID record, List<String> causes) {
        return links(causes).stream().findFirst().equals(Optional.of(new Link(rule, record)));
    }

    /**
     * The way round that the rule's run for the record would close, oldest first and ending with it; empty where there is none
     * and the chain is not too long.
     */
    static List<Link> cycle(String rule, UUID record, List<String> causes) {
        List<Link> links = links(causes);
        Link here = new Link(rule, record);
        int at = links.indexOf(here);
        if (at < 0 && links.size() < DEEPEST) {
            return List.of();
        }
        List<Link> cycle = new ArrayList<>(links.subList(0, at < 0 ? links.size() : at + 1)).reversed();
        List<Link> closed = new ArrayList<>(cycle);
        closed.add(here);
        return closed;
    }

    /**
     * What a run is kept under that would close {@code round}: one for each way round a day, however many changes close it.
     *
     * @param day a name for it
     */
    static String key(List<Link> round, String day) {
        String way = round.stream().map(Link::text).collect(Collectors.joining(" "));
        return ROUND + day + "/" + UUID.nameUUIDFromBytes(way.getBytes(StandardCharsets.UTF_8));
    }
}
