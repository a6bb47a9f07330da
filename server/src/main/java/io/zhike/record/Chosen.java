package io.zhike.record;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The records that one thing shall be done to. */
sealed interface Chosen {

    /** These, each once. */
    record These(List<UUID> ids) implements Chosen {
        public These {
            ids = List.copyOf(new LinkedHashSet<>(ids));
        }
    }

    /** All that the caller sees and for which both hold. */
    record Found(Optional<RecordQuery.Where> where, Optional<String> search) implements Chosen {}

    /**
     * What a request says. An empty one means nothing: a script whose condition got lost shall not empty a table.
     *
     * @param all true for every record; there is no false
     * @param search narrows {@code where} or {@code all}; alone it means what it finds
     * @throws io.zhike.message.ProblemException {@code selection-unclear} unless exactly one of the ways is used
     */
    static Chosen of(
            @Nullable List<UUID> ids, @Nullable JsonNode where, @Nullable String search, @Nullable Boolean all) {
        boolean everything = Boolean.TRUE.equals(all);
        Optional<String> words = Optional.ofNullable(search).filter(text -> !text.isBlank());
        Optional<RecordQuery.Where> condition =
                Optional.ofNullable(where).filter(node -> !node.isNull()).map(Chosen::where);
        boolean finds = condition.isPresent() || words.isPresent() || everything;
        if (ids == null ? !finds || (everything && condition.isPresent()) : finds) {
            throw RecordError.SELECTION_UNCLEAR.problem();
        }
        return ids == null
                ? new Found(condition, words)
                : new These(ids.stream().filter(Objects::nonNull).toList());
    }

    private static RecordQuery.Where where(JsonNode node) {
        return node.isString() ? new RecordQuery.Where.Text(node.asString()) : new RecordQuery.Where.Tree(node);
    }
}
