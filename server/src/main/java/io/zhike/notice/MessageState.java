package io.zhike.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a message has come. The names are stored and never change. */
enum MessageState {
    WAITING,
    SENT,
    /** Given up after several tries. */
    FAILED,
    /** Refused for good by who should take it, at once or by a mail that came back. */
    BOUNCED,
    /** Kept, as nothing is there to send it by. */
    CAUGHT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<MessageState> of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
