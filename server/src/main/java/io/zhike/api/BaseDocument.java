package io.zhike.api;

import io.zhike.message.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The part of the OpenAPI document that is the same in all workspaces, kept by hand in {@code api/openapi.yaml}. */
final class BaseDocument {
    private static final String FILE = "/api/openapi.yaml";
    private static final List<String> TEXTS = List.of("title", "summary", "description");

    private final ObjectNode source;

    private BaseDocument(ObjectNode source) {
        this.source = source;
    }

    /** Reads the document that came with the server. */
    static BaseDocument load() {
        try (InputStream in = BaseDocument.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the server was built without " + FILE);
            }
            return new BaseDocument((ObjectNode) YAMLMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy with its texts in {@code language}, where they are there in it. */
    ObjectNode in(Language language) {
        ObjectNode copy = source.deepCopy();
        speak(copy, language);
        return copy;
    }

    private static void speak(JsonNode node, Language language) {
        if (node instanceof ObjectNode object) {
            for (String text : TEXTS) {
                JsonNode chinese = object.remove("x-" + text + "-zh");
                if (chinese != null && language == Language.ZH) {
                    object.set(text, chinese);
                }
            }
        }
        node.forEach(child -> speak(child, language));
    }
}
