package io.zhike.page;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a view shows its records. */
enum ViewType {
    LIST,
    BOARD,
    CALENDAR,
    GALLERY,
    GANTT;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a code that the schema does not let through */
    static ViewType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(ViewType::code).toList();
    }
}
