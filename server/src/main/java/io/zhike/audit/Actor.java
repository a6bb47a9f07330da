package io.zhike.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts. The actor of a request is known to all that is done for it on its thread; without one it is the system.
 *
 * @param member null for the system and for strangers
 * @param name the member's at this time; null as {@code member}
 * @param via the key's name, the role of a preview, the task of the system; null for none
 * @param address of the network; null where nothing came over one
 */
public record Actor(
        AuditOrigin origin,
        @Nullable UUID member,
        @Nullable String name,
        @Nullable String via,
        @Nullable String address) {
    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();
    private static final Actor SYSTEM = new Actor(AuditOrigin.SYSTEM, null, null, null, null);

    /** Something to do that may fail in the ways that its caller declares. */
    @FunctionalInterface
    public interface Work<X extends Throwable> extends ScopedValue.CallableOp<@Nullable Void, X> {
        void run() throws X;

        @Override
        default @Nullable Void call() throws X {
            run();
            return null;
        }
    }

    /** The system at work on {@code task}. */
    public static Actor system(String task) {
        return new Actor(AuditOrigin.SYSTEM, null, null, task, null);
    }

    /** Who acts on this thread; the system where nobody said. */
    public static Actor current() {
        return CURRENT.orElse(SYSTEM);
    }

    /** This actor as somebody in particular, at the same address: who has just signed in, or is about to. */
    public Actor as(AuditOrigin origin, @Nullable UUID member, @Nullable String name) {
        return new Actor(origin, member, name, via, address);
    }

    /** Does {@code work} as this actor. */
    public <X extends Throwable> void run(Work<X> work) throws X {
        ScopedValue.where(CURRENT, this).call(work);
    }
}
