package io.zhike.record;

import java.util.Locale;

/** What happened to a record. */
public enum ChangeKind {
    CREATE,
    UPDATE,
    DELETE,
    RESTORE,
    PURGE,
    /** Only what the server computes changed, such as a roll-up; the record's version stays. */
    COMPUTE;

    /** As the feed and answers carry it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ChangeKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
