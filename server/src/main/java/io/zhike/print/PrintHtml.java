package io.zhike.print;

import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import io.zhike.print.PrintNode.Align;
import io.zhike.print.PrintNode.Block;
import io.zhike.print.PrintNode.Inline;
import io.zhike.print.PrintNode.Look;
import io.zhike.record.ReadRecord;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A document of one record as a page that is well-formed XML too: nothing in it is loaded from anywhere, no text is taken
 * for markup.
 */
final class PrintHtml {
    /** What the parts that are no text are made of. */
    interface Images {
        /** The image as a {@code data:} address; empty where there is none that can be shown. */
        String of(java.util.UUID file, double width);

        /** A square code of {@code text} as a {@code data:} address; empty where the text is too long. */
        String square(String text);
    }

    private static final String LETTER = """
            body { font-size: 15px; line-height: 1.6; color: #1f1f1f; }
            p { margin: 0 0 8px; } table { border-collapse: collapse; width: 100%; margin: 0 0 12px; }
            td, th { padding: 4px 8px; vertical-align: top; text-align: left; } .lines td, .lines th { border: 1px solid #bbbbbb; }
            .center { text-align: center; } .right { text-align: right; } .value { white-space: pre-wrap; }
            """;

    private final PrintTemplate template;
    private final PrintData data;
    private final ValueContext context;
    private final UnaryOperator<String> glyphs;
    private final Images images;
    private final PrintValues values;
    private final String address;
    private final boolean linking;
    private final PrintMark mark;
    private final StringBuilder out = new StringBuilder(8_192);

    private PrintHtml(Job job, PrintValues values, String address, boolean linking) {
        this.template = job.template();
        this.data = job.data();
        this.context = job.context();
        this.glyphs = job.glyphs();
        this.images = job.images();
        this.values = values;
        this.address = address;
        this.linking = linking;
        this.mark = new PrintMark(job.glyphs().apply(job.mark()), job.template().paper());
    }

    /**
     * What the documents of several records have in common.
     *
     * @param glyphs replaces what cannot be written
     * @param address of a record's page; gives an empty text where nobody said it
     * @param mark stands over every page; empty for none
     */
    record Job(
            PrintTemplate template,
            PrintData data,
            ValueContext context,
            java.time.Instant now,
            UnaryOperator<String> glyphs,
            Images images,
            Function<java.util.UUID, String> address,
            String mark) {}

    /** The whole page of a record. */
    static String of(Job job, ReadRecord record) {
        return new PrintHtml(job, values(job, record), job.address().apply(record.id()), false).page();
    }

    /** The document of a record as a mail, which has no paper and whose style is small: many programs that show mail know little. */
    static String letter(Job job, ReadRecord record) {
        return new PrintHtml(job, values(job, record), job.address().apply(record.id()), true).letter();
    }

    private static PrintValues values(Job job, ReadRecord record) {
        return new PrintValues(
                job.data().facts(),
                record,
                job.context(),
                job.now(),
                job.address().apply(record.id()));
    }

    private String letter() {
        out.append("<html><head><meta charset=\"UTF-8\"/><style>")
                .append(LETTER)
                .append("</style></head><body>");
        blocks(template.body());
        return out.append("</body></html>").toString();
    }

    private String page() {
        PrintSheet sheet = new PrintSheet(template, name -> glyphs.apply(values.blank(name)));
        String title = glyphs.apply(template.label().in(context.language()));
        out.append("<html lang=\"")
                .append(context.language() == Language.ZH ? "zh-CN" : "en")
                .append("\"><head><meta charset=\"UTF-8\"/><title>")
                .append(Markup.escape(title))
                .append("</title><style>")
                .append(sheet.css())
                .append(mark.css())
                .append("</style></head><body>")
                .append(sheet.bands())
                .append(mark.html());
        blocks(template.body());
        return out.append("</body></html>").toString();
    }

    private void blocks(List<Block> blocks) {
        blocks.forEach(this::block);
    }

    private void block(Block block) {
        switch (block) {
            case PrintNode.Paragraph paragraph -> paragraph(paragraph);
            case PrintNode.Items items -> items(items);
            case PrintNode.Table table -> table(table);
            case PrintNode.Rule _ -> out.append("<hr/>");
            case PrintNode.PageBreak _ -> out.append("<div class=\"break\"></div>");
            case PrintNode.Picture picture -> image(picture.data(), picture.width(), picture.align());
            case PrintNode.FieldPicture picture ->
                values.files(picture.path()).stream()
                        .findFirst()
                        .ifPresent(file -> image(images.of(file, picture.width()), picture.width(), picture.align()));
            case PrintNode.Square square -> {
                String text = square.path()
                        .map(path -> values.text(new PrintNode.Source.Path(path), PrintFormat.USUAL))
                        .orElse(address);
                image(text.isBlank() ? "" : images.square(text), square.width(), square.align());
            }
            case PrintNode.Rows rows -> new PrintRows(rows, data, context).write(out, values.id(), this::escape);
            case PrintNode.When when -> {
                if (values.holds(when.condition())) {
                    blocks(when.content());
                }
            }
        }
    }

    private void image(String data, double width, Align align) {
        if (!data.isEmpty()) {
            out.append("<div class=\"image ")
                    .append(css(align))
                    .append("\"><img alt=\"\" style=\"width: ")
                    .append(PrintSheet.mm(width))
                    .append("\" src=\"")
                    .append(data)
                    .append("\"/></div>");
        }
    }

    static String css(Align align) {
        return align.name().toLowerCase(Locale.ROOT);
    }

    private void paragraph(PrintNode.Paragraph paragraph) {
        String tag = paragraph.level() == 0 ? "p" : "h" + paragraph.level();
        out.append('<')
                .append(tag)
                .append(" class=\"")
                .append(css(paragraph.align()))
                .append("\">");
        if (paragraph.parts().isEmpty()) {
            out.append("&#160;");
        }
        paragraph.parts().forEach(this::inline);
        out.append("</").append(tag).append('>');
    }

    private void inline(Inline inline) {
        switch (inline) {
            case PrintNode.Text(String text, Look look) -> text("", text, look);
            case PrintNode.LineBreak _ -> out.append("<br/>");
            case PrintNode.Value value -> value(value);
        }
    }

    private void value(PrintNode.Value value) {
        if (linking && value.source() instanceof PrintNode.Source.Link && !address.isEmpty()) {
            out.append("<a href=\"").append(Markup.escape(address)).append("\">");
            text("", address, value.look());
            out.append("</a>");
        } else {
            text("value", values.text(value.source(), value.format()), value.look());
        }
    }

    private void text(String kind, String text, Look look) {
        String style = style(look);
        boolean plain = style.isEmpty() && kind.isEmpty();
        if (!plain) {
            out.append("<span class=\"")
                    .append(kind)
                    .append("\" style=\"")
                    .append(style)
                    .append("\">");
        }
        out.append(escape(text));
        if (!plain) {
            out.append("</span>");
        }
    }

    private String escape(String text) {
        return Markup.escape(glyphs.apply(text));
    }

    private static String style(Look look) {
        StringBuilder style = new StringBuilder();
        if (look.bold()) {
            style.append("font-weight: bold;");
        }
        if (look.italic()) {
            style.append("font-style: italic;");
        }
        if (look.underline() || look.strike()) {
            style.append("text-decoration:")
                    .append(look.underline() ? " underline" : "")
                    .append(look.strike() ? " line-through" : "")
                    .append(';');
        }
        look.size().ifPresent(size -> style.append(String.format(Locale.ROOT, "font-size: %.1fpt;", size)));
        look.color().ifPresent(color -> style.append("color: ").append(color).append(';'));
        return style.toString();
    }

    private void items(PrintNode.Items items) {
        String tag = items.numbered() ? "ol" : "ul";
        out.append('<').append(tag).append('>');
        items.items().forEach(item -> {
            out.append("<li>");
            blocks(item);
            out.append("</li>");
        });
        out.append("</").append(tag).append('>');
    }

    private void table(PrintNode.Table table) {
        out.append(table.lines() ? "<table class=\"fixed lines\">" : "<table class=\"fixed\">");
        columns(table);
        out.append("<tbody>");
        for (List<PrintNode.Cell> row : table.rows()) {
            out.append("<tr>");
            row.forEach(this::cell);
            out.append("</tr>");
        }
        out.append("</tbody></table>");
    }

    /** Widths of the editor are shares of the page's. */
    private void columns(PrintNode.Table table) {
        List<Integer> widths = table.rows().isEmpty()
                ? List.of()
                : table.rows().getFirst().stream()
                        .flatMap(cell -> cell.widths().stream())
                        .toList();
        int columns = table.rows().isEmpty()
                ? 0
                : table.rows().getFirst().stream()
                        .mapToInt(PrintNode.Cell::columns)
                        .sum();
        int all = widths.stream().mapToInt(Integer::intValue).sum();
        if (all > 0 && widths.size() == columns && widths.stream().allMatch(width -> width > 0)) {
            out.append("<colgroup>");
            widths.forEach(width ->
                    out.append(String.format(Locale.ROOT, "<col style=\"width: %.2f%%\"/>", 100.0 * width / all)));
            out.append("</colgroup>");
        }
    }

    private void cell(PrintNode.Cell cell) {
        String tag = cell.head() ? "th" : "td";
        out.append('<').append(tag);
        if (cell.columns() > 1) {
            out.append(" colspan=\"").append(cell.columns()).append('"');
        }
        if (cell.rows() > 1) {
            out.append(" rowspan=\"").append(cell.rows()).append('"');
        }
        out.append('>');
        blocks(cell.content());
        out.append("</").append(tag).append('>');
    }
}
