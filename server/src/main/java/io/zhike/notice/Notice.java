package io.zhike.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a member was told.
 *
 * @param quote shown only while the member may read the record that it is about
 * @param by null for the system
 * @param shown whether in the product too
 */
record Notice(
        UUID id,
        UUID member,
        Topic topic,
        String title,
        @Nullable String text,
        @Nullable String quote,
        @Nullable UUID by,
        Optional<About> about,
        @Nullable UUID todo,
        boolean shown,
        Instant at,
        boolean read) {
    static final int LONGEST_TITLE = 300;
    static final int LONGEST_TEXT = 4_000;
}
