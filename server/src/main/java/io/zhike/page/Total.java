package io.zhike.page;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The figure that a list shows below a column; the codes are those of a query's measures. */
enum Total {
    COUNT(FieldNeed.OWN),
    COUNT_UNIQUE(FieldNeed.OWN),
    SUM(FieldNeed.NUMERIC),
    AVG(FieldNeed.NUMERIC),
    MIN(FieldNeed.ORDERED),
    MAX(FieldNeed.ORDERED);

    private final FieldNeed need;

    Total(FieldNeed need) {
        this.need = need;
    }

    /** What a field has to be for this figure. */
    FieldNeed need() {
        return need;
    }

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a code that the schema does not let through */
    static Total of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Total::code).toList();
    }
}
