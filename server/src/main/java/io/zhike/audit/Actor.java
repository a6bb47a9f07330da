package io.zhike.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts. The actor of a request is known to all that is done for it on its thread; without one it is the system.
 *
 * @param member null for the system and for strangers
 * @param name the member's at this time; null as {@code member}
 * @param via the key's name, the role of a preview, the member who is seen as, the task of the system; null for none
 * @param address of the network; null where nothing came over one
 */
public record Actor(
        AuditOrigin origin,
        @Nullable UUID member,
        @Nullable String name,
        @Nullable String via,
        @Nullable String address) {
    private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();
    private static final Actor SYSTEM = new Actor(AuditOrigin.SYSTEM, null, null, null, null);

    /** As long as it is open, its actor acts on the thread that opened it; then whoever did before. */
    public static final class Scope implements AutoCloseable {
        private final @Nullable Actor before = CURRENT.get();

        private Scope(Actor actor) {
            CURRENT.set(actor);
        }

        @Override
        public void close() {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** The system at work on {@code task}. */
    public static Actor system(String task) {
        return new Actor(AuditOrigin.SYSTEM, null, null, task, null);
    }

    /** Who acts on this thread; the system where nobody said. */
    public static Actor current() {
        Actor current = CURRENT.get();
        return current == null ? SYSTEM : current;
    }

    /** This actor as somebody in particular, at the same address: who has just signed in, or was about to. */
    public Actor as(AuditOrigin origin, @Nullable UUID member, @Nullable String name) {
        return new Actor(origin, member, name, via, address);
    }

    /** Lets this one act on the thread until the scope is closed, there. */
    public Scope act() {
        return new Scope(this);
    }
}
