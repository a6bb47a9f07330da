package io.zhike.access;

import java.util.Locale;

/** What a role lets somebody do with the records of an entity, or not: rights that know no rows. */
enum Ability {
    CREATE,
    IMPORT,
    EXPORT,
    PRINT,
    SHARE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it means nothing to somebody who reads no record. */
    boolean needsReading() {
        return this == EXPORT || this == PRINT || this == SHARE;
    }
}
