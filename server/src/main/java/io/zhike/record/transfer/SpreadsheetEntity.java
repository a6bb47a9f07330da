package io.zhike.record.transfer;

import io.zhike.entity.CodeSuggestion;
import io.zhike.message.Label;
import io.zhike.sheet.ColumnGuess;
import io.zhike.sheet.Shape;
import io.zhike.sheet.ValueFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The definition of an entity whose fields are the columns of a spreadsheet. */
final class SpreadsheetEntity {
    private static final Pattern NAME_LIKE = Pattern.compile("名称|姓名|名字|标题|name|title", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE_LIKE = Pattern.compile("编号|单号|\\bid\\b|\\bno\\b|code", Pattern.CASE_INSENSITIVE);

    /** What fields of type number and money keep. */
    private static final int MOST_DECIMALS = 10;

    private static final int USUAL_PERCENT = 2;

    private SpreadsheetEntity() {}

    /**
     * One column that becomes a field.
     *
     * @param guess what the whole column holds
     * @param type the field type a person has chosen
     */
    record Column(ColumnGuess guess, String code, Label label, String type) {}

    /** The field type that suits what a column holds. */
    static String typeOf(Shape shape) {
        return shape.name().toLowerCase(Locale.ROOT);
    }

    /** Codes for columns, from their names; unique, and none of the system's. */
    static List<String> codes(List<ColumnGuess> guesses) {
        Set<String> taken = new HashSet<>(io.zhike.entity.SystemFields.ALL);
        return guesses.stream()
                .map(guess -> {
                    String code = CodeSuggestion.from(guess.name(), taken);
                    taken.add(code);
                    return code;
                })
                .toList();
    }

    static ObjectNode define(String code, String app, Label label, List<Column> columns) {
        ObjectNode entity = JsonNodeFactory.instance.objectNode();
        entity.put("kind", "entity").put("code", code).put("app", app);
        entity.set("label", label(label));
        ArrayNode fields = entity.putArray("fields");
        Optional<Column> title = title(columns);
        for (Column column : columns) {
            ObjectNode field = field(column);
            if (title.filter(column::equals).isPresent()) {
                field.put("title", true);
            }
            fields.add(field);
        }
        return entity;
    }

    private static ObjectNode field(Column column) {
        ObjectNode field = JsonNodeFactory.instance.objectNode();
        field.put("code", column.code()).put("type", column.type());
        field.set("label", label(column.label()));
        switch (column.type()) {
            case "number", "money" -> decimals(column.guess(), MOST_DECIMALS).ifPresent(n -> field.put("decimals", n));
            case "percent" ->
                decimals(column.guess(), MOST_DECIMALS - 2)
                        .filter(n -> n > USUAL_PERCENT)
                        .ifPresent(n -> field.put("decimals", n));
            case "select", "multi_select", "stage" ->
                options(field.putArray("options"), column.guess().options());
            default -> {}
        }
        return field;
    }

    private static Optional<Integer> decimals(ColumnGuess guess, int most) {
        return guess.format() instanceof ValueFormat.Number number
                ? Optional.of(Math.min(number.decimals(), most))
                : Optional.empty();
    }

    private static void options(ArrayNode options, List<String> values) {
        Set<String> taken = new HashSet<>();
        for (String value : values) {
            String code = CodeSuggestion.from(value, taken);
            taken.add(code);
            options.addObject().put("code", code).set("label", label(Label.of(value)));
        }
    }

    /** What a record is called by: a column that looks like a name, or else a number of it, or else the first text. */
    private static Optional<Column> title(List<Column> columns) {
        List<Column> texts =
                columns.stream().filter(column -> column.type().equals("text")).toList();
        return first(texts, NAME_LIKE)
                .or(() -> first(texts, CODE_LIKE))
                .or(() ->
                        texts.stream().filter(column -> column.guess().unique()).findFirst())
                .or(() -> texts.stream().findFirst());
    }

    private static Optional<Column> first(List<Column> columns, Pattern wanted) {
        return columns.stream()
                .filter(column -> wanted.matcher(column.guess().name()).find())
                .findFirst();
    }

    static ObjectNode label(Label label) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "zh", label.zh());
        put(node, "en", label.en());
        return node;
    }

    private static void put(ObjectNode node, String language, @Nullable String text) {
        if (text != null) {
            node.put(language, text);
        }
    }
}
