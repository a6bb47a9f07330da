package io.zhike.entity;

import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The properties of one field as its definition's JSON holds them. Each method reads one of them; what is wrong becomes an
 * issue at its place, and the answer is then what would stand if the property were not there.
 */
public final class FieldProperties {
    /** The longest label of a field or an option, in characters. */
    static final int LABEL_LENGTH = 200;

    private static final int OPTIONS = 1000;

    private final ObjectNode json;
    private final String path;
    private final List<Issue> issues;

    FieldProperties(ObjectNode json, String path, List<Issue> issues) {
        this.json = json;
        this.path = path;
        this.issues = issues;
    }

    /** Properties read for their own sake, what is wrong with them being thrown away. */
    public static FieldProperties of(ObjectNode json) {
        return new FieldProperties(json, "", new ArrayList<>());
    }

    /** What has been found wrong so far, here and in other fields of the same definition. */
    List<Issue> issues() {
        return issues;
    }

    String path() {
        return path;
    }

    /** Tells that a property is wrong. */
    public void wrong(String property, io.zhike.message.MessageCode why, Object... arguments) {
        issues.add(Issue.at(path.isEmpty() ? property : path + "." + property, why, arguments));
    }

    /** Tells that {@code min} is more than {@code max}. */
    public void leastOverMost(String least, String most) {
        wrong("min", DefinitionText.LEAST_OVER_MOST, least, most);
    }

    /** Tells that the pattern of a text cannot be used. */
    public void badMask(String pattern) {
        wrong("pattern", DefinitionText.BAD_MASK, pattern);
    }

    /** Tells that no option leaves the pipeline open. */
    public void noOpenStage() {
        wrong("options", DefinitionText.NO_OPEN_STAGE);
    }

    /** The text of a property; empty where it is missing or blank. */
    public Optional<String> text(String property) {
        JsonNode value = json.path(property);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            wrong(property, DefinitionText.NOT_TEXT, property);
            return Optional.empty();
        }
        return Optional.of(value.stringValue().strip()).filter(text -> !text.isEmpty());
    }

    /** The text of a property that has to be there; {@code otherwise} where it is not. */
    public String textOr(String property, String otherwise) {
        Optional<String> text = text(property);
        if (text.isEmpty()) {
            wrong(property, DefinitionText.MISSING, property);
        }
        return text.orElse(otherwise);
    }

    /** A whole number between {@code least} and {@code most}; empty where it is missing. */
    public Optional<Integer> whole(String property, int least, int most) {
        JsonNode value = json.path(property);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            wrong(property, DefinitionText.NOT_WHOLE, property, least, most);
            return Optional.empty();
        }
        return Optional.of(value.intValue());
    }

    /** A number, written as one or as text; empty where it is missing. */
    public Optional<BigDecimal> decimal(String property) {
        JsonNode value = json.path(property);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        try {
            BigDecimal number = value.isString() ? new BigDecimal(value.stringValue()) : value.decimalValue();
            if (number.precision() + Math.abs((long) number.scale()) <= 80) {
                return Optional.of(number);
            }
        } catch (NumberFormatException | tools.jackson.databind.exc.JsonNodeException e) {
            // Falls through: every way of not being a number is told alike.
        }
        wrong(property, DefinitionText.NOT_DECIMAL, property);
        return Optional.empty();
    }

    /** True or false; {@code otherwise} where it is missing. */
    public boolean flag(String property, boolean otherwise) {
        JsonNode value = json.path(property);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            wrong(property, DefinitionText.NOT_TRUE_OR_FALSE, property);
            return otherwise;
        }
        return value.booleanValue();
    }

    /** One of {@code allowed}; empty where it is missing. */
    public Optional<String> oneOf(String property, List<String> allowed) {
        Optional<String> text = text(property);
        if (text.isPresent() && !allowed.contains(text.get())) {
            wrong(property, DefinitionText.NOT_ONE_OF, property, text.get(), String.join(", ", allowed));
            return Optional.empty();
        }
        return text;
    }

    /** The pattern of an automatic number; empty where it is missing. */
    public Optional<String> pattern(String property) {
        Optional<String> text = text(property);
        Optional<String> fault = text.flatMap(AutonumberPattern::fault);
        if (fault.isPresent()) {
            wrong(property, DefinitionText.BAD_PATTERN, text.orElse(""), fault.get());
            return Optional.empty();
        }
        return text;
    }

    /** A list of texts; empty where it is missing. */
    public List<String> texts(String property) {
        JsonNode value = json.path(property);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            wrong(property, DefinitionText.NOT_A_LIST, property);
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isString()) {
                texts.add(value.get(i).stringValue().strip());
            } else {
                wrong(property + "[" + i + "]", DefinitionText.NOT_TEXT, property);
            }
        }
        return List.copyOf(texts);
    }

    /** The label under {@code property}; empty where it is missing. */
    Optional<Label> label(String property) {
        JsonNode value = json.path(property);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : labelOf(value, property);
    }

    /** The options under {@code options}; those that are wrong are left out. */
    public List<Option> options(boolean stages) {
        JsonNode value = json.path("options");
        if (!value.isArray() || value.isEmpty()) {
            wrong("options", DefinitionText.NO_OPTIONS);
            return List.of();
        }
        if (value.size() > OPTIONS) {
            wrong("options", DefinitionText.TOO_MANY_OPTIONS, OPTIONS, value.size());
        }
        Map<String, Option> options = new LinkedHashMap<>();
        for (int i = 0; i < value.size(); i++) {
            String place = "options[" + i + "]";
            if (value.get(i) instanceof ObjectNode option) {
                option(option, place, stages, options);
            } else {
                wrong(place, DefinitionText.NOT_AN_OBJECT);
            }
        }
        return List.copyOf(options.values());
    }

    private void option(ObjectNode option, String place, boolean stages, Map<String, Option> taken) {
        FieldProperties inner = new FieldProperties(option, path.isEmpty() ? place : path + "." + place, issues);
        String code = inner.textOr("code", "");
        Label label = inner.label("label").orElse(code.isEmpty() ? Label.of("?") : Label.of(code));
        if (code.isEmpty()) {
            return;
        }
        if (!Codes.valid(code)) {
            String better = CodeSuggestion.from(code, taken.keySet());
            inner.wrong("code", DefinitionText.BAD_CODE, code, Codes.MAX_LENGTH, better);
            return;
        }
        Optional<Option.End> end = stages
                ? inner.oneOf("end", List.of("won", "lost"))
                        .map(text -> "won".equals(text) ? Option.End.WON : Option.End.LOST)
                : Optional.empty();
        Option made = new Option(
                code,
                label,
                inner.oneOf("color", Option.COLORS),
                end,
                inner.text("when"),
                inner.flag("retired", false));
        if (taken.putIfAbsent(code, made) != null) {
            inner.wrong("code", DefinitionText.DUPLICATE_CODE, code, CodeSuggestion.from(code, taken.keySet()));
        }
    }

    private Optional<Label> labelOf(JsonNode value, String property) {
        if (value instanceof ObjectNode texts) {
            String zh = texts.path("zh").stringValue("").strip();
            String en = texts.path("en").stringValue("").strip();
            boolean fits = Math.max(zh.length(), en.length()) <= LABEL_LENGTH;
            if (fits && !(zh.isEmpty() && en.isEmpty())) {
                return Optional.of(new Label(zh, en));
            }
        }
        wrong(property, DefinitionText.BAD_LABEL, LABEL_LENGTH);
        return Optional.empty();
    }
}
