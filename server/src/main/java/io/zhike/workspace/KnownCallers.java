package io.zhike.workspace;

import io.zhike.http.AddressRange;
import io.zhike.message.Language;
import io.zhike.store.Remembered;
import io.zhike.store.Signals;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whom the secrets of requests belong to, remembered for moments: else each request would begin with two questions to the
 * database. What ends or changes a session, a key, an account, a member, a department or a workspace says so by {@link
 * #changed}, in its transaction.
 */
@Component
public final class KnownCallers {
    /** The topic of {@link Remembered} for whatever is known of people. */
    public static final String TOPIC = "people";

    private static final int MOST = 50_000;

    private final Remembered<String, Known> known;

    KnownCallers(Signals signals, Clock clock) {
        this.known = new Remembered<>(signals, TOPIC, clock, MOST);
    }

    /**
     * Who it is.
     *
     * @param language the member's own; null where none was chosen
     * @param name of whoever acts: the member's, or the administrator's who sees as the member
     * @param via the name of the key that is used, or of the member who is seen as; null for a session of one's own
     * @param addresses of the key's own; empty for none
     * @param confinement what whoever acts must do first; null for nothing
     */
    record Known(
            Accounts.Place place,
            Origin origin,
            @Nullable Language language,
            String name,
            @Nullable String via,
            List<AddressRange> addresses,
            @Nullable Confinement confinement) {}

    /** The owner of {@code secret}, looked for by {@code look} unless it was a moment ago. */
    Optional<Known> of(String secret, Supplier<Optional<Known>> look) {
        return known.get(secret, look);
    }

    /** Tells all nodes that people are not what they were, when the transaction of {@code ctx} commits. */
    public static void changed(DSLContext ctx) {
        Remembered.changed(ctx, TOPIC);
    }
}
