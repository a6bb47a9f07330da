package io.zhike.page;

import com.fasterxml.jackson.annotation.JsonValue;
import io.zhike.message.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can stand on a record page. */
enum BlockType {
    FACTS(new Label("资料", "facts"), Set.of("form", "fields"), Set.of()),
    TIMELINE(new Label("动态", "timeline"), Set.of(), Set.of()),
    TODOS(new Label("待办", "to-dos"), Set.of(), Set.of()),
    RELATED(
            new Label("相关列表", "related list"),
            Set.of("entity", "relation", "columns", "sort", "where", "rows"),
            Set.of("entity", "relation")),
    FIGURES(new Label("指标", "figures"), Set.of("figures"), Set.of("figures")),
    NOTE(new Label("说明", "note"), Set.of("text"), Set.of("text")),
    TABS(new Label("标签页", "tabs"), Set.of("tabs"), Set.of("tabs"));

    private final Label label;
    private final Set<String> own;
    private final Set<String> needed;

    BlockType(Label label, Set<String> own, Set<String> needed) {
        this.label = label;
        this.own = own;
        this.needed = needed;
    }

    /** The word in documents, such as {@code related}. */
    @JsonValue
    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    Label label() {
        return label;
    }

    /** The properties that only blocks of this type have. */
    Set<String> own() {
        return own;
    }

    /** Those without which it shows nothing. */
    Set<String> needed() {
        return needed;
    }

    static Optional<BlockType> find(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(BlockType::code).toList();
    }
}
