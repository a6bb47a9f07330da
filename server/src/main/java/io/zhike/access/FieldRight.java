package io.zhike.access;

import java.util.Locale;

/** What a role may do with a field, from least to most. */
enum FieldRight {
    NONE,
    READ,
    WRITE;

    static FieldRight of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean covers(FieldRight wanted) {
        return compareTo(wanted) >= 0;
    }
}
