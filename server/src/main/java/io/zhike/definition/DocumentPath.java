package io.zhike.definition;

import com.networknt.schema.path.NodePath;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Places in a document as issues and references name them: {@code fields[2].label.zh}, {@code ""} for the whole. */
final class DocumentPath {
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");

    private DocumentPath() {}

    static String of(NodePath path) {
        String said = "";
        for (int i = 0; i < path.getNameCount(); i++) {
            said = path.getElement(i) instanceof Integer index
                    ? join(said, index)
                    : join(said, path.getElement(i).toString());
        }
        return said;
    }

    static String join(String path, String property) {
        return path.isEmpty() ? property : path + "." + property;
    }

    static String join(String path, int index) {
        return path + "[" + index + "]";
    }

    /** What stands at {@code path}; a missing node where nothing does. */
    static JsonNode read(JsonNode document, String path) {
        JsonNode node = document;
        Matcher steps = STEP.matcher(path);
        while (steps.find()) {
            String property = steps.group(1);
            node = property != null ? node.path(property) : node.path(Integer.parseInt(steps.group(2)));
        }
        return node;
    }
}
