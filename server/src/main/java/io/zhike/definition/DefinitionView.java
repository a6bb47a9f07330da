package io.zhike.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.zhike.message.Label;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A definition in one of its states, as answers carry it.
 *
 * @param version for {@code If-Match} of the next save
 * @param changedBy only of drafts, as {@code changedAt}
 * @param definition the document; null where the state is that it shall be deleted and it was never published
 * @param issues only in the answer to a save: what keeps it from being published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DefinitionView(
        String kind,
        String code,
        @Nullable String app,
        Label label,
        State state,
        long version,
        @Nullable UUID changedBy,
        @Nullable Instant changedAt,
        @Nullable ObjectNode definition,
        @Nullable List<PlaceView> issues) {

    enum State {
        PUBLISHED,
        /** Changed or new, not yet published. */
        DRAFT,
        /** To be deleted by the next publish. */
        DELETED,
        /** Deleted and published so; saving it again brings it back. */
        TRASH;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static DefinitionView of(Published published) {
        Definition definition = published.definition();
        State state = published.deletedAt() == null ? State.PUBLISHED : State.TRASH;
        return new DefinitionView(
                definition.key().kind(),
                definition.key().code(),
                definition.app(),
                definition.label(),
                state,
                published.version(),
                null,
                null,
                definition.body(),
                null);
    }

    /** @param published what {@code draft} is a draft of; null for a new one */
    static DefinitionView of(Draft draft, @Nullable Definition published) {
        Definition definition = draft.definition();
        Definition shown = definition == null ? published : definition;
        return new DefinitionView(
                draft.key().kind(),
                draft.key().code(),
                draft.app(),
                shown == null ? Label.of(draft.key().code()) : shown.label(),
                definition == null ? State.DELETED : State.DRAFT,
                draft.version(),
                draft.changedBy(),
                draft.changedAt(),
                shown == null ? null : shown.body(),
                null);
    }

    DefinitionView with(List<PlaceView> places) {
        return new DefinitionView(kind, code, app, label, state, version, changedBy, changedAt, definition, places);
    }
}
