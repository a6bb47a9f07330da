package io.zhike.action;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * One record that something is done for.
 *
 * @param run the run it is done in; unique
 * @param record a record of the run's entity, which may have changed since it was looked up
 * @param key the same for every try of this step for this record and for nothing else: what is made under it is made once
 * @param actor the member whose change led here; empty for the server and for timers
 * @param causes what led here, nearest first: what this step writes carries them on
 * @param before the values that the change took away, as the feed has them; empty where no change led here
 * @param after the values that it brought
 */
public record Subject(
        UUID run,
        UUID record,
        String key,
        Optional<UUID> actor,
        List<String> causes,
        ObjectNode before,
        ObjectNode after) {

    public Subject {
        causes = List.copyOf(causes);
    }
}
