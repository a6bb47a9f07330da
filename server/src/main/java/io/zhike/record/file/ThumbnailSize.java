package io.zhike.record.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How large the picture of a file is at most. */
enum ThumbnailSize {
    /** For lists and fields. */
    SMALL(256),
    /** For a screen. */
    LARGE(2_048);

    private final int side;

    ThumbnailSize(int side) {
        this.side = side;
    }

    /** Of the longer side, in pixels. */
    int side() {
        return side;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ThumbnailSize> of(String code) {
        return Arrays.stream(values()).filter(size -> size.code().equals(code)).findFirst();
    }
}
