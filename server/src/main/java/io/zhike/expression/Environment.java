package io.zhike.expression;

import io.zhike.message.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an expression knows beside its record.
 *
 * @param now what {@code NOW()} gives; cut to microseconds
 * @param zone the workspace's time zone, in which dates live
 * @param caller the member who asks; null when it is the system itself
 */
public record Environment(
        Instant now,
        ZoneId zone,
        Language language,
        @Nullable UUID caller,
        Directory directory) {

    public Environment {
        now = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** An environment without members, for the system's own expressions and for tests. */
    public static Environment of(Instant now, ZoneId zone) {
        return new Environment(now, zone, Language.ZH, null, Directory.EMPTY);
    }

    /** What is known of members and departments. Cost: a lookup in memory. */
    public interface Directory {
        /** Nobody and nothing. */
        Directory EMPTY = new EmptyDirectory();

        /** The main department of {@code member}; null for none or an unknown member. */
        @Nullable
        UUID departmentOf(UUID member);

        /** Whom {@code member} reports to; null for none. */
        @Nullable
        UUID supervisorOf(UUID member);

        /** {@code department} and all departments below it; empty for an unknown one. */
        Set<UUID> andBelow(UUID department);
    }

    private record EmptyDirectory() implements Directory {
        @Override
        public @Nullable UUID departmentOf(UUID member) {
            return null;
        }

        @Override
        public @Nullable UUID supervisorOf(UUID member) {
            return null;
        }

        @Override
        public Set<UUID> andBelow(UUID department) {
            return Set.of();
        }
    }
}
