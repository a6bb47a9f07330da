package io.zhike.access;

import java.util.Locale;
import java.util.Optional;

/** What somebody may do with a record that is shared with them; the second holds the first. */
public enum ShareLevel {
    READ,
    UPDATE;

    /** The level called so; empty for no level. */
    public static Optional<ShareLevel> find(String code) {
        for (ShareLevel level : values()) {
            if (level.code().equals(code)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /** As it is written and stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it allows at least what {@code wanted} does. */
    public boolean covers(ShareLevel wanted) {
        return compareTo(wanted) >= 0;
    }
}
