package io.zhike.access;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * With whom something is shared.
 *
 * @param below whether a department's members stand for those of all departments below it too; false for others
 */
public record SharePrincipal(Kind kind, UUID id, boolean below) {
    public SharePrincipal {
        if (below && kind != Kind.DEPARTMENT) {
            throw new IllegalArgumentException("nothing is below a " + kind.code());
        }
    }

    /** What it is. */
    public enum Kind {
        MEMBER,
        GROUP,
        DEPARTMENT;

        /** The kind called so; empty for none. */
        public static Optional<Kind> find(String code) {
            for (Kind kind : values()) {
                if (kind.code().equals(code)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }

        /** As it is written and stored. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
