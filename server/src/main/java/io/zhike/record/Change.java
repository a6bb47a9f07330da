package io.zhike.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * One row of the feed: what one transaction did to one record.
 *
 * @param at strictly later than the record's change before it, whatever the clocks of the nodes say
 * @param version the record's version after the change
 * @param actor the member who did it; empty for the server itself
 * @param before the values that the change took away, as answers carry them; empty object for a create
 * @param after the values that it brought; for a create all that are not blank
 */
public record Change(
        UUID id,
        Instant at,
        String entity,
        UUID record,
        int version,
        ChangeKind kind,
        ChangeOrigin origin,
        Optional<UUID> actor,
        Optional<UUID> batch,
        List<String> causes,
        ObjectNode before,
        ObjectNode after) {}
