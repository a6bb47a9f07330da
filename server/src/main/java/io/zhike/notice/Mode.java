package io.zhike.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When somebody wants to be told by a channel. */
enum Mode {
    AT_ONCE,
    /** With all else of a day, if it was not read until then. */
    DIGEST,
    OFF;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Mode> of(String code) {
        return Arrays.stream(values()).filter(mode -> mode.code().equals(code)).findFirst();
    }
}
