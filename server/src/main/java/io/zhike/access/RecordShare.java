package io.zhike.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record, shared with one member, group or department.
 *
 * @param made when the record was made, by which lists begin with the newest
 * @param until the last day on which it holds, in the zone of the workspace; null for no end
 * @param by who shared it; null for the system
 */
public record RecordShare(
        UUID id,
        String entity,
        UUID record,
        Instant made,
        SharePrincipal principal,
        ShareLevel level,
        @Nullable LocalDate until,
        @Nullable UUID by,
        Instant at) {

    /** Whether it gives {@code with} on {@code today}. Agrees with {@link RecordShares#reached}. */
    boolean gives(RowScope.Shared with, LocalDate today) {
        return (until == null || !until.isBefore(today))
                && level.covers(with.level())
                && with.audience().holds(principal.id(), principal.below());
    }
}
