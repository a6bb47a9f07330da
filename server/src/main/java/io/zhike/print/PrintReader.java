package io.zhike.print;

import io.zhike.message.Issue;
import io.zhike.print.PrintNode.Align;
import io.zhike.print.PrintNode.Block;
import io.zhike.print.PrintNode.Inline;
import io.zhike.print.PrintNode.Look;
import io.zhike.print.PrintNode.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads the document of a template, as the editor writes it, into its parts. What it does not know, it refuses: nothing gets
 * from a template onto paper but by a part that is named here.
 */
final class PrintReader {
    /** The largest image that a template holds, in bytes of its {@code data:} address. */
    static final int LARGEST_IMAGE = 400 << 10;

    private static final int DEEPEST = 12;
    private static final int MOST_PARTS = 5_000;
    private static final int WIDEST = 400;
    private static final int MOST_SPANNED = 50;
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern IMAGE = Pattern.compile("data:image/(png|jpeg);base64,[A-Za-z0-9+/]+={0,2}");

    private final List<Issue> issues;
    private int parts;

    private PrintReader(List<Issue> issues) {
        this.issues = issues;
    }

    /** The blocks of {@code document}; what is wrong is left out and told of in {@code issues}. */
    static List<Block> read(JsonNode document, String place, List<Issue> issues) {
        PrintReader reader = new PrintReader(issues);
        return reader.blocks(document, place, 0);
    }

    private List<Block> blocks(JsonNode parent, String place, int depth) {
        List<Block> blocks = new ArrayList<>();
        if (depth > DEEPEST) {
            issues.add(Issue.at(place, PrintIssue.TOO_DEEP, DEEPEST));
            return blocks;
        }
        each(parent, place, (node, at) -> block(node, at, depth).ifPresent(blocks::add));
        return blocks;
    }

    private interface Visitor {
        void visit(JsonNode node, String place);
    }

    private void each(JsonNode parent, String place, Visitor visitor) {
        JsonNode content = parent.path("content");
        for (int i = 0; content.isArray() && i < content.size(); i++) {
            if (++parts == MOST_PARTS) {
                issues.add(Issue.at(place, PrintIssue.TOO_MANY_PARTS, MOST_PARTS));
            }
            if (parts < MOST_PARTS) {
                visitor.visit(content.get(i), place + ".content[" + i + "]");
            }
        }
    }

    private Optional<Block> block(JsonNode node, String at, int depth) {
        JsonNode attrs = node.path("attrs");
        return switch (node.path("type").asString("")) {
            case "paragraph" -> Optional.of(new PrintNode.Paragraph(0, align(attrs, at), inlines(node, at)));
            case "heading" ->
                Optional.of(
                        new PrintNode.Paragraph(whole(attrs, "level", 1, 4, at), align(attrs, at), inlines(node, at)));
            case "bulletList" -> Optional.of(new PrintNode.Items(false, items(node, at, depth)));
            case "orderedList" -> Optional.of(new PrintNode.Items(true, items(node, at, depth)));
            case "table" -> Optional.of(table(node, at, depth));
            case "horizontalRule" -> Optional.of(new PrintNode.Rule());
            case "pageBreak" -> Optional.of(new PrintNode.PageBreak());
            case "image" -> image(attrs, at);
            case "picture" ->
                Optional.of(new PrintNode.FieldPicture(text(attrs, "path"), width(attrs, at), align(attrs, at), at));
            case "qr" ->
                Optional.of(new PrintNode.Square(
                        Optional.of(text(attrs, "path")).filter(path -> !path.isEmpty()),
                        width(attrs, at),
                        align(attrs, at),
                        at));
            case "rows" -> Optional.of(rows(attrs, at));
            case "condition" -> Optional.of(new PrintNode.When(text(attrs, "when"), blocks(node, at, depth + 1), at));
            default -> refuse(node, at);
        };
    }

    private <T> Optional<T> refuse(JsonNode node, String at) {
        issues.add(Issue.at(at, PrintIssue.UNKNOWN_PART, node.path("type").asString("")));
        return Optional.empty();
    }

    private List<List<Block>> items(JsonNode list, String place, int depth) {
        List<List<Block>> items = new ArrayList<>();
        each(list, place, (node, at) -> {
            if (is(node, "listItem")) {
                items.add(blocks(node, at, depth + 1));
            } else {
                misplaced(node, at);
            }
        });
        return items;
    }

    private void misplaced(JsonNode node, String at) {
        issues.add(Issue.at(at, PrintIssue.MISPLACED_PART, node.path("type").asString("")));
    }

    private static boolean is(JsonNode node, String type) {
        return node.path("type").asString("").equals(type);
    }

    private PrintNode.Table table(JsonNode table, String place, int depth) {
        List<List<PrintNode.Cell>> rows = new ArrayList<>();
        each(table, place, (row, at) -> {
            if (is(row, "tableRow")) {
                rows.add(cells(row, at, depth + 1));
            } else {
                misplaced(row, at);
            }
        });
        return new PrintNode.Table(table.path("attrs").path("lines").asBoolean(true), rows);
    }

    private List<PrintNode.Cell> cells(JsonNode row, String place, int depth) {
        List<PrintNode.Cell> cells = new ArrayList<>();
        each(row, place, (cell, at) -> {
            boolean head = is(cell, "tableHeader");
            if (!head && !is(cell, "tableCell")) {
                misplaced(cell, at);
                return;
            }
            JsonNode attrs = cell.path("attrs");
            List<Integer> widths = new ArrayList<>();
            attrs.path("colwidth").forEach(width -> widths.add(width.asInt(0)));
            cells.add(new PrintNode.Cell(
                    head,
                    whole(attrs, "colspan", 1, MOST_SPANNED, at),
                    whole(attrs, "rowspan", 1, MOST_SPANNED, at),
                    widths,
                    blocks(cell, at, depth)));
        });
        return cells;
    }

    private Optional<Block> image(JsonNode attrs, String at) {
        String data = text(attrs, "data");
        if (data.length() > LARGEST_IMAGE || !IMAGE.matcher(data).matches()) {
            issues.add(Issue.at(at, PrintIssue.BAD_IMAGE, LARGEST_IMAGE * 3 / 4 >> 10));
            return Optional.empty();
        }
        return Optional.of(new PrintNode.Picture(data, width(attrs, at), align(attrs, at)));
    }

    private PrintNode.Rows rows(JsonNode attrs, String at) {
        List<PrintNode.Column> columns = new ArrayList<>();
        JsonNode list = attrs.path("columns");
        for (int i = 0; i < list.size(); i++) {
            JsonNode column = list.get(i);
            String place = at + ".attrs.columns[" + i + "]";
            columns.add(new PrintNode.Column(
                    text(column, "path"),
                    Optional.of(text(column, "label")).filter(label -> !label.isBlank()),
                    format(column, place),
                    Optional.of(column)
                            .filter(one -> one.path("align").isString())
                            .map(one -> align(one, place)),
                    column.path("width").isNumber()
                            ? OptionalDouble.of(number(column, "width", 1, 100, 10, place))
                            : OptionalDouble.empty(),
                    column.path("total").asBoolean(false),
                    place));
        }
        if (columns.isEmpty()) {
            issues.add(Issue.at(at, PrintIssue.NO_COLUMNS));
        }
        return new PrintNode.Rows(
                text(attrs, "of"), columns, Optional.of(text(attrs, "sort")).filter(sort -> !sort.isBlank()), at);
    }

    private List<Inline> inlines(JsonNode parent, String place) {
        List<Inline> inlines = new ArrayList<>();
        each(parent, place, (node, at) -> {
            switch (node.path("type").asString("")) {
                case "text" -> inlines.add(new PrintNode.Text(text(node, "text"), look(node, at)));
                case "hardBreak" -> inlines.add(new PrintNode.LineBreak());
                case "field" -> inlines.add(field(node, at));
                default -> refuse(node, at);
            }
        });
        return inlines;
    }

    private PrintNode.Value field(JsonNode node, String at) {
        JsonNode attrs = node.path("attrs");
        String formula = text(attrs, "formula");
        Source source = formula.isBlank() ? Source.named(text(attrs, "path")) : Source.said(formula);
        return new PrintNode.Value(source, format(attrs, at), look(node, at), at);
    }

    private Look look(JsonNode node, String at) {
        boolean bold = false;
        boolean italic = false;
        boolean underline = false;
        boolean strike = false;
        OptionalDouble size = OptionalDouble.empty();
        Optional<String> color = Optional.empty();
        for (JsonNode mark : node.path("marks")) {
            JsonNode attrs = mark.path("attrs");
            switch (mark.path("type").asString("")) {
                case "bold" -> bold = true;
                case "italic" -> italic = true;
                case "underline" -> underline = true;
                case "strike" -> strike = true;
                case "look" -> {
                    size = attrs.path("size").isNumber()
                            ? OptionalDouble.of(number(attrs, "size", 5, 72, 10.5, at))
                            : size;
                    color = color(attrs, at).or(() -> Optional.empty());
                }
                default -> refuse(mark, at);
            }
        }
        return new Look(bold, italic, underline, strike, size, color);
    }

    private Optional<String> color(JsonNode attrs, String at) {
        String color = text(attrs, "color");
        if (!color.isEmpty() && !COLOR.matcher(color).matches()) {
            issues.add(Issue.at(at, PrintIssue.BAD_PROPERTY, "color", color));
            return Optional.empty();
        }
        return Optional.of(color).filter(found -> !found.isEmpty());
    }

    private PrintFormat format(JsonNode attrs, String at) {
        String code = text(attrs, "format");
        return PrintFormat.of(code.isEmpty() ? PrintFormat.USUAL.code() : code).orElseGet(() -> {
            issues.add(Issue.at(at, PrintIssue.BAD_PROPERTY, "format", code));
            return PrintFormat.USUAL;
        });
    }

    private Align align(JsonNode attrs, String at) {
        String word = text(attrs, "align");
        return switch (word) {
            case "", "left" -> Align.LEFT;
            case "center" -> Align.CENTER;
            case "right" -> Align.RIGHT;
            case "justify" -> Align.JUSTIFY;
            default -> {
                issues.add(Issue.at(at, PrintIssue.BAD_PROPERTY, "align", word.toLowerCase(Locale.ROOT)));
                yield Align.LEFT;
            }
        };
    }

    private double width(JsonNode attrs, String at) {
        return number(attrs, "width", 3, WIDEST, 30, at);
    }

    private int whole(JsonNode attrs, String name, int least, int most, String at) {
        return (int) number(attrs, name, least, most, 1, at);
    }

    private double number(JsonNode attrs, String name, double least, double most, double usual, String at) {
        JsonNode value = attrs.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return usual;
        }
        double number = value.asDouble(Double.NaN);
        if (number >= least && number <= most) {
            return number;
        }
        issues.add(Issue.at(at, PrintIssue.BAD_PROPERTY, name, value.asString("")));
        return usual;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
