package io.zhike.definition;

import io.zhike.message.Label;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Labels as documents hold them: {@code {"zh": …, "en": …}}. */
final class Labels {
    private Labels() {}

    /** The label that {@code node} is; {@code otherwise} in both languages where it is none. */
    static Label read(JsonNode node, String otherwise) {
        String zh = text(node.path("zh"));
        String en = text(node.path("en"));
        return zh == null && en == null ? Label.of(otherwise) : new Label(zh, en);
    }

    private static @Nullable String text(JsonNode node) {
        String text = node.stringValue(null);
        return text == null || text.isBlank() ? null : text;
    }
}
