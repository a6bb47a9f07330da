package io.zhike.definition;

import com.networknt.schema.path.NodePath;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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

    /** Says {@code to} at {@code path} where {@code from} is said, be it as a text or as the name of a property. */
    static void rename(ObjectNode document, String path, String from, String to) {
        int last = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        JsonNode parent = read(document, path.substring(0, Math.max(last, 0)));
        boolean text = from.equals(read(document, path).stringValue(null));
        if (text && parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(path.substring(last + 1, path.length() - 1)), to);
        } else if (parent instanceof ObjectNode object) {
            String name = path.substring(last + 1);
            if (text) {
                object.put(name, to);
            } else if (name.equals(from) && object.has(from)) {
                renameProperty(object, from, to);
            }
        }
    }

    /** Puts {@code value} where something stands already; takes that away where {@code value} is missing. */
    static void put(ObjectNode document, String path, JsonNode value) {
        int last = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        JsonNode parent = read(document, path.substring(0, Math.max(last, 0)));
        if (parent instanceof ArrayNode array) {
            int index = Integer.parseInt(path.substring(last + 1, path.length() - 1));
            if (value.isMissingNode()) {
                array.remove(index);
            } else {
                array.set(index, value);
            }
        } else if (parent instanceof ObjectNode object) {
            String name = path.substring(last + 1);
            if (value.isMissingNode()) {
                object.remove(name);
            } else {
                object.set(name, value);
            }
        }
    }

    /** In its place among the others. */
    private static void renameProperty(ObjectNode object, String from, String to) {
        ObjectNode before = object.deepCopy();
        object.removeAll();
        before.properties()
                .forEach(each -> object.set(each.getKey().equals(from) ? to : each.getKey(), each.getValue()));
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
