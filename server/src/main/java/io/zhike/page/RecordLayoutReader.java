package io.zhike.page;

import io.zhike.definition.Definition;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the documents of kind {@code record_page} that match their schema. */
final class RecordLayoutReader {
    private RecordLayoutReader() {}

    static RecordLayout read(Definition definition) {
        return new RecordLayout(
                definition.key().code(),
                definition.app(),
                definition.label(),
                definition.get("entity").asString(),
                texts(definition.get("roles")),
                texts(definition.get("header")),
                blocks(definition.get("top")),
                blocks(definition.get("main")),
                blocks(definition.get("side")));
    }

    /** A block with its place in the document, whether or not it is right. */
    record Part(JsonNode of, String path) {

        @Nullable
        String text(String property) {
            return of.path(property).stringValue(null);
        }
    }

    /** Everything of a page that has a code: blocks, figures, tabs, in the order of reading. */
    static List<Part> parts(Definition definition) {
        List<Part> parts = new ArrayList<>();
        for (String area : List.of("top", "main", "side")) {
            collect(definition.get(area), area, parts);
        }
        return parts;
    }

    private static void collect(JsonNode list, String path, List<Part> into) {
        for (int i = 0; i < list.size(); i++) {
            JsonNode part = list.get(i);
            String place = path + "[" + i + "]";
            into.add(new Part(part, place));
            for (String inner : List.of("figures", "tabs", "blocks")) {
                collect(part.path(inner), place + "." + inner, into);
            }
        }
    }

    private static List<PageBlock> blocks(JsonNode list) {
        return list.valueStream().map(RecordLayoutReader::block).toList();
    }

    private static PageBlock block(JsonNode of) {
        PageBlock.Head head = new PageBlock.Head(
                of.path("code").stringValue(""),
                label(of.path("label")).orElse(null),
                of.has("shown") ? of.path("shown") : null);
        return switch (BlockType.find(of.path("type").stringValue("")).orElse(BlockType.NOTE)) {
            case FACTS -> new PageBlock.Facts(head, of.path("form").stringValue(null), texts(of.path("fields")));
            case TIMELINE -> new PageBlock.Timeline(head);
            case TODOS -> new PageBlock.Todos(head);
            case RELATED ->
                new PageBlock.Related(
                        head,
                        of.path("entity").stringValue(""),
                        of.path("relation").stringValue(""),
                        texts(of.path("columns")),
                        texts(of.path("sort")),
                        of.has("where") ? of.path("where") : null,
                        of.path("rows").intValue(PageBlock.LINES));
            case FIGURES ->
                new PageBlock.Figures(
                        head,
                        of.path("figures")
                                .valueStream()
                                .map(RecordLayoutReader::figure)
                                .toList());
            case NOTE -> new PageBlock.Note(head, label(of.path("text")).orElse(Label.of("-")));
            case TABS ->
                new PageBlock.Tabs(
                        head,
                        of.path("tabs")
                                .valueStream()
                                .map(RecordLayoutReader::tab)
                                .toList());
        };
    }

    private static PageBlock.Tab tab(JsonNode of) {
        return new PageBlock.Tab(
                of.path("code").stringValue(""),
                label(of.path("label")).orElse(Label.of("-")),
                blocks(of.path("blocks")));
    }

    static Figure figure(JsonNode of) {
        return new Figure(
                of.path("code").stringValue(""),
                label(of.path("label")).orElse(Label.of("-")),
                of.path("value").stringValue(""),
                of.path("colors")
                        .valueStream()
                        .map(color -> new Figure.Color(
                                color.path("is").stringValue(""),
                                color.path("than").stringValue(""),
                                color.path("color").stringValue("")))
                        .toList());
    }

    private static Optional<Label> label(JsonNode node) {
        return node.isObject() ? Optional.of(Form.label(node)) : Optional.empty();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(text -> text.stringValue("")).toList();
    }
}
