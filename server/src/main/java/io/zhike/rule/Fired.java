package io.zhike.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * That a rule shall run.
 *
 * @param key of the change, the call or the period that it is for: a rule runs once for each, whatever happens
 * @param records one, or several as a set
 * @param at when that was
 */
public record Fired(
        Rule rule,
        String key,
        List<UUID> records,
        Instant at,
        Optional<UUID> actor,
        List<String> causes,
        ObjectNode before,
        ObjectNode after) {

    public Fired {
        records = List.copyOf(records);
        causes = List.copyOf(causes);
    }

    /** By the clock, for one record or for a set of them. */
    public static Fired byTime(Rule rule, String key, List<UUID> records, Instant at) {
        return new Fired(rule, key, records, at, Optional.empty(), List.of(), none(), none());
    }

    /** By a call from outside, for one record. */
    public static Fired byCall(Rule rule, String key, UUID record, Instant at) {
        List<String> causes = List.of(CalledRules.cause(rule.code()));
        return new Fired(rule, key, List.of(record), at, Optional.empty(), causes, none(), none());
    }

    static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }
}
