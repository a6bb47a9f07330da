package io.zhike.notice;

import io.zhike.store.Signals;
import io.zhike.workspace.Workspace;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Tells all nodes whose counts may be others now, so that those who are signed in see it. */
final class Live {
    static final String CHANNEL = "live";

    /** More people than that are not named one by one: everybody looks. */
    private static final int MOST_NAMED = 100;

    private Live() {}

    /** What may have changed. */
    enum Event {
        NOTICE,
        TODO
    }

    /**
     * What a signal says.
     *
     * @param members empty for everybody
     */
    record Said(String schema, Event event, Optional<Set<UUID>> members) {
        boolean concerns(Workspace workspace, UUID member) {
            return schema.equals(workspace.schema().name())
                    && members.map(some -> some.contains(member)).orElse(true);
        }
    }

    /** When the transaction of {@code ctx} commits. */
    static void changed(DSLContext ctx, Workspace workspace, Event event, Collection<UUID> members) {
        if (members.isEmpty()) {
            return;
        }
        String named = members.size() > MOST_NAMED
                ? "*"
                : members.stream().map(UUID::toString).collect(Collectors.joining(","));
        Signals.send(ctx, CHANNEL, String.join(" ", workspace.schema().name(), event.name(), named));
    }

    /** Empty where signals may have been lost: then everybody looks at everything. */
    static Optional<Said> read(String payload) {
        List<String> parts = List.of(payload.split(" ", -1));
        if (parts.size() != 3) {
            return Optional.empty();
        }
        Optional<Set<UUID>> members = parts.get(2).equals("*")
                ? Optional.empty()
                : Optional.of(Arrays.stream(parts.get(2).split(","))
                        .map(UUID::fromString)
                        .collect(Collectors.toSet()));
        return Optional.of(new Said(parts.get(0), Event.valueOf(parts.get(1)), members));
    }
}
