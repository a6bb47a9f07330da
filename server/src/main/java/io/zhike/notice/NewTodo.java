package io.zhike.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A to-do that is to be made.
 *
 * @param key a second one with the same key is not made; null where a person makes it
 * @param title at most {@value Todo#LONGEST_TITLE} characters; longer ones are cut
 * @param due null for none
 * @param remind when the assignee is reminded; null for never
 * @param source what makes it: {@code person}, or such as {@code rule:website_leads}
 * @param madeBy null for the system
 */
public record NewTodo(
        @Nullable String key,
        UUID assignee,
        String title,
        @Nullable String note,
        @Nullable About about,
        @Nullable Instant due,
        @Nullable Instant remind,
        String source,
        @Nullable UUID madeBy) {
    /** Of those that people make. */
    public static final String PERSON = "person";

    public NewTodo {
        title = Texts.cut(title.strip(), Todo.LONGEST_TITLE);
        note = note == null || note.isBlank() ? null : Texts.cut(note.strip(), Todo.LONGEST_NOTE);
        if (title.isEmpty()) {
            throw new IllegalArgumentException("a to-do has a title");
        }
    }
}
