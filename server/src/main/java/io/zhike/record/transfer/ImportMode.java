package io.zhike.record.transfer;

import java.util.Locale;

/** What a row does when its match key finds a record, and when it finds none. */
enum ImportMode {
    /** Always makes a record. */
    CREATE,
    /** Changes the record; refused where there is none. */
    UPDATE,
    /** Changes the record, or makes one. */
    UPSERT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportMode of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
