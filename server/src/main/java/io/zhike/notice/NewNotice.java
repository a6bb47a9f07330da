package io.zhike.notice;

import io.zhike.message.Label;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that members are to be told.
 *
 * @param key each of them is told it once
 * @param to members; who has left, and {@code by}, is passed over
 * @param by who did it; null for the system
 * @param title in each receiver's language. Title and text are shown to whoever they are for: who writes them answers for what
 *     stands in them
 * @param text null for none
 * @param quote as text, and shown only while the receiver may read the record; null for none
 * @param todo the to-do it is about; null for none
 */
public record NewNotice(
        String key,
        Topic topic,
        Set<UUID> to,
        @Nullable UUID by,
        Label title,
        @Nullable Label text,
        @Nullable String quote,
        @Nullable About about,
        @Nullable UUID todo) {

    public NewNotice {
        to = Set.copyOf(to);
    }

    /** A text that was written for its receivers, such as a rule's. */
    public static NewNotice of(
            String key, Topic topic, Collection<UUID> to, String title, @Nullable String text, @Nullable About about) {
        return new NewNotice(
                key,
                topic,
                Set.copyOf(to),
                null,
                Label.of(title),
                text == null || text.isBlank() ? null : Label.of(text),
                null,
                about,
                null);
    }
}
