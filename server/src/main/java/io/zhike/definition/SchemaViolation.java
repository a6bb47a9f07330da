package io.zhike.definition;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.message.Nearest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What the schema library found, in our words, at our paths, and with what may have been meant. */
final class SchemaViolation {
    private static final String CODE_PATTERN = "^" + DefinitionKey.SHAPE + "$";
    private static final Map<String, Label> TYPES = Map.of(
            "string", new Label("文字", "a text"),
            "number", new Label("数字", "a number"),
            "integer", new Label("整数", "a whole number"),
            "boolean", new Label("true 或 false", "true or false"),
            "object", new Label("对象 {…}", "an object {…}"),
            "array", new Label("列表 […]", "a list […]"),
            "null", new Label("空值", "null"));
    private static final int SHOWN = 60;

    private final JsonNode schema;

    /** @param schema the whole schema that documents are checked against */
    SchemaViolation(JsonNode schema) {
        this.schema = schema;
    }

    Issue say(Error error) {
        String path = DocumentPath.of(error.getInstanceLocation());
        JsonNode limit = keywordAt(error);
        JsonNode value = Objects.requireNonNullElse(error.getInstanceNode(), MissingNode.getInstance());
        return switch (error.getKeyword()) {
            case "required" -> property(error, path, DefinitionIssue.PROPERTY_MISSING);
            case "additionalProperties", "unevaluatedProperties" -> unknownProperty(error, path);
            case "type" -> Issue.at(path, DefinitionIssue.WRONG_TYPE, expected(error, limit), typeOf(value));
            case "enum" -> notAllowed(path, value, limit);
            case "const" -> Issue.at(path, DefinitionIssue.MUST_BE, shown(limit), shown(value));
            case "pattern" -> pattern(path, value, limit);
            case "maxLength" -> Issue.at(path, DefinitionIssue.TEXT_TOO_LONG, shown(limit));
            case "minLength" -> Issue.at(path, DefinitionIssue.TEXT_TOO_SHORT, shown(limit));
            case "maxItems" -> Issue.at(path, DefinitionIssue.TOO_MANY_ITEMS, shown(limit), value.size());
            case "minItems" -> Issue.at(path, DefinitionIssue.TOO_FEW_ITEMS, shown(limit), value.size());
            case "minimum", "exclusiveMinimum" ->
                Issue.at(path, DefinitionIssue.NUMBER_TOO_SMALL, shown(value), shown(limit));
            case "maximum", "exclusiveMaximum" ->
                Issue.at(path, DefinitionIssue.NUMBER_TOO_LARGE, shown(value), shown(limit));
            case "uniqueItems" -> Issue.at(path, DefinitionIssue.DUPLICATE_ITEMS);
            case "minProperties" -> tooFewProperties(error, path);
            case "oneOf", "anyOf" -> Issue.at(path, DefinitionIssue.NO_FORM_FITS, error.getMessage());
            default -> Issue.at(path, DefinitionIssue.BREAKS_SCHEMA, error.getMessage());
        };
    }

    private static Issue property(Error error, String path, DefinitionIssue what) {
        String property = String.valueOf(error.getProperty());
        return Issue.at(DocumentPath.join(path, property), what, property);
    }

    private Issue unknownProperty(Error error, String path) {
        String property = String.valueOf(error.getProperty());
        Set<String> known = propertyNames(ownerOf(error));
        List<String> meant = Nearest.to(property, known);
        String place = DocumentPath.join(path, property);
        return meant.isEmpty()
                ? Issue.at(place, DefinitionIssue.PROPERTY_UNKNOWN, property, String.join(", ", known))
                : Issue.at(place, DefinitionIssue.PROPERTY_MISSPELT, property, String.join(", ", meant));
    }

    private static Issue notAllowed(String path, JsonNode value, JsonNode allowed) {
        List<String> values = allowed.valueStream().map(SchemaViolation::shown).toList();
        List<String> meant = Nearest.to(shown(value), values);
        return meant.isEmpty()
                ? Issue.at(path, DefinitionIssue.NOT_ALLOWED_VALUE, shown(value), String.join(", ", values))
                : Issue.at(path, DefinitionIssue.MISSPELT_VALUE, shown(value), String.join(", ", meant));
    }

    private static Issue pattern(String path, JsonNode value, JsonNode pattern) {
        return CODE_PATTERN.equals(pattern.stringValue(null))
                ? Issue.at(path, DefinitionIssue.NOT_A_CODE, shown(value))
                : Issue.at(path, DefinitionIssue.WRONG_PATTERN, shown(value), shown(pattern));
    }

    private Issue tooFewProperties(Error error, String path) {
        return propertyNames(ownerOf(error)).equals(Set.of("zh", "en"))
                ? Issue.at(path, DefinitionIssue.LABEL_EMPTY)
                : Issue.at(path, DefinitionIssue.BREAKS_SCHEMA, error.getMessage());
    }

    private static Label expected(Error error, JsonNode type) {
        Stream<String> names = type.isArray()
                ? type.valueStream().map(JsonNode::asString)
                : Stream.of(type.isString() ? type.stringValue() : String.valueOf(argument(error, 1)));
        List<Label> labels =
                names.map(name -> TYPES.getOrDefault(name, Label.of(name))).toList();
        return new Label(
                labels.stream()
                        .map(label -> label.in(io.zhike.message.Language.ZH))
                        .collect(Collectors.joining("或")),
                labels.stream()
                        .map(label -> label.in(io.zhike.message.Language.EN))
                        .collect(Collectors.joining(" or ")));
    }

    private static Object argument(Error error, int index) {
        Object[] arguments = error.getArguments();
        return arguments == null || arguments.length <= index ? "" : arguments[index];
    }

    private static Label typeOf(JsonNode value) {
        String name = switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case NULL, MISSING -> "null";
            default -> "object";
        };
        return Objects.requireNonNull(TYPES.get(name));
    }

    /** A value as a message shows it: without quotes, and not too long. */
    private static String shown(JsonNode value) {
        String text = value.isString() ? value.stringValue() : value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** The value of the broken keyword in the schema. */
    private JsonNode keywordAt(Error error) {
        NodePath path = error.getSchemaLocation().getFragment();
        return walk(path, path.getNameCount());
    }

    /** The object of the schema that holds the broken keyword. */
    private JsonNode ownerOf(Error error) {
        NodePath path = error.getSchemaLocation().getFragment();
        return walk(path, path.getNameCount() - 1);
    }

    private JsonNode walk(NodePath path, int length) {
        JsonNode node = schema;
        for (int i = 0; i < length; i++) {
            Object step = path.getElement(i);
            String name = step.toString();
            node = node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
        }
        return node;
    }

    /** The names that an object of that schema may have, those of its conditional parts included. */
    private Set<String> propertyNames(JsonNode part) {
        Set<String> names = new LinkedHashSet<>(part.path("properties").propertyNames());
        for (String list : List.of("allOf", "anyOf", "oneOf")) {
            part.path(list).forEach(each -> names.addAll(propertyNames(each)));
        }
        for (String single : List.of("then", "else")) {
            if (part.has(single)) {
                names.addAll(propertyNames(part.path(single)));
            }
        }
        String reference = part.path("$ref").stringValue("");
        if (reference.startsWith("#/")) {
            names.addAll(propertyNames(schema.at(reference.substring(1))));
        }
        return names;
    }
}
