package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.zhike.http.AddressRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How strict a workspace is about who comes in.
 *
 * @param secondFactor who must have one
 * @param addresses from which it may be used; empty for everywhere
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SecuritySettings(
        PasswordRules password, Demand secondFactor, List<AddressRange> addresses, SessionLife sessions) {
    static final SecuritySettings USUAL =
            new SecuritySettings(PasswordRules.USUAL, Demand.NONE, List.of(), SessionLife.USUAL);

    SecuritySettings {
        addresses = List.copyOf(addresses);
    }

    /** Of whom a second factor is demanded. */
    enum Demand {
        @JsonProperty("none")
        NONE,
        @JsonProperty("admins")
        ADMINS,
        @JsonProperty("all")
        ALL;

        boolean isOf(Member member) {
            return this == ALL || this == ADMINS && member.admin();
        }
    }

    /**
     * How long somebody stays signed in.
     *
     * @param idleMinutes after the last use
     * @param longestDays after the sign-in, however often it is used; null for ever
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SessionLife(int idleMinutes, @Nullable Integer longestDays) {
        static final int LEAST_IDLE = 15;
        static final int MOST_IDLE = (int) Duration.ofDays(30).toMinutes();
        static final int MOST_DAYS = 365;
        static final SessionLife USUAL = new SessionLife(MOST_IDLE, 90);

        /** When a session ends unless it is used before. */
        Instant end(Instant createdAt, Instant seenAt) {
            Instant idle = seenAt.plus(Duration.ofMinutes(idleMinutes));
            Instant longest = longestDays == null ? idle : createdAt.plus(Duration.ofDays(longestDays));
            return idle.isBefore(longest) ? idle : longest;
        }

        Checks check(Checks checks) {
            return checks.that(
                            idleMinutes >= LEAST_IDLE && idleMinutes <= MOST_IDLE,
                            "sessions.idleMinutes",
                            WorkspaceError.NOT_BETWEEN,
                            "idleMinutes",
                            LEAST_IDLE,
                            MOST_IDLE)
                    .that(
                            longestDays == null || longestDays >= 1 && longestDays <= MOST_DAYS,
                            "sessions.longestDays",
                            WorkspaceError.NOT_BETWEEN,
                            "longestDays",
                            1,
                            MOST_DAYS);
        }
    }
}
