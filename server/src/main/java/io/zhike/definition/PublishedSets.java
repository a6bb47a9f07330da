package io.zhike.definition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.zhike.store.Database;
import io.zhike.store.Signals;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * The published definitions of the workspaces that this node works for. A publish on this node shows at once; one on
 * another node shows when its signal arrives, and where that is lost after {@link #LOOK_AGAIN} at the latest: then the
 * number of the revision is asked for, which is one row.
 */
final class PublishedSets {
    /** How long a set is used without asking whether it is still the present one. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private static final String CHANNEL = "definition";
    private static final int MOST_WORKSPACES = 2_000;

    private final Database database;
    private final Clock clock;
    private final Cache<UUID, Kept> kept =
            Caffeine.newBuilder().maximumSize(MOST_WORKSPACES).build();

    PublishedSets(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Lets the signals of other nodes end what is kept. */
    void follow(Signals signals) {
        signals.listen(CHANNEL, this::forget);
    }

    /** Tells all nodes, when the transaction of {@code ctx} commits, that the workspace has another revision. */
    static void tell(DSLContext ctx, Workspace workspace) {
        Signals.send(ctx, CHANNEL, workspace.id().toString());
    }

    /** The present set; costs nothing within {@link #LOOK_AGAIN} of the last look, else one row or all definitions. */
    DefinitionSet of(Workspace workspace) {
        Instant now = clock.instant();
        Kept present = kept.getIfPresent(workspace.id());
        if (present != null && now.isBefore(present.lookAgain) && !now.isBefore(present.seen)) {
            return present.set;
        }
        DefinitionStore store = new DefinitionStore(workspace.schema());
        if (present != null && database.read(store::revision) == present.set.revision()) {
            keep(workspace, present.set);
            return present.set;
        }
        DefinitionSet loaded = database.read(store::load);
        keep(workspace, loaded);
        return loaded;
    }

    /** Makes {@code set} the present one on this node, unless a later one is known already. */
    void keep(Workspace workspace, DefinitionSet set) {
        Instant now = clock.instant();
        Kept fresh = new Kept(set, now, now.plus(LOOK_AGAIN));
        kept.asMap().merge(workspace.id(), fresh, (old, made) -> old.set.revision() > set.revision() ? old : made);
    }

    /** Looks again at the next use. {@code workspace} is an id, or empty for all. */
    private void forget(String workspace) {
        if (workspace.isEmpty()) {
            kept.asMap().replaceAll((id, old) -> old.outdated());
        } else {
            kept.asMap().computeIfPresent(UUID.fromString(workspace), (id, old) -> old.outdated());
        }
    }

    /**
     * @param seen when it was known to be the present one
     * @param lookAgain until when that is taken for granted
     */
    private record Kept(DefinitionSet set, Instant seen, Instant lookAgain) {

        /** The set stays: most often the signal is that of this node's own publish. */
        Kept outdated() {
            return new Kept(set, seen, seen);
        }
    }
}
