package io.zhike.print;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is printed on; lengths in millimetres. */
enum Paper {
    A4(210, 297),
    A4_LANDSCAPE(297, 210),
    A5(148, 210),
    A5_LANDSCAPE(210, 148),
    /** The roll of a receipt printer, cut after a length of A4. */
    RECEIPT(80, 297);

    private final int width;
    private final int height;

    Paper(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Paper::code).toList();
    }

    static Paper of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The usual margin on all sides. */
    int margin() {
        return this == RECEIPT ? 4 : 20;
    }
}
