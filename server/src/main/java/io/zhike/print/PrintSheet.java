package io.zhike.print;

import io.zhike.print.PrintTemplate.Band;
import io.zhike.print.PrintTemplate.Margins;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The style of a page: its size, what stands above and below it, and how the parts of a document look. */
final class PrintSheet {
    private static final String PARTS = """
            * { box-sizing: border-box; }
            html, body { margin: 0; padding: 0; }
            /* Half of a table's lines lie outside it; where the page ends they would be cut. */
            body { padding: 0 0.2mm; color: #000000; font-size: 10.5pt; line-height: 1.5; word-wrap: break-word; overflow-wrap: anywhere; }
            p { margin: 0 0 1.5mm; }
            h1 { font-size: 18pt; margin: 0 0 4mm; line-height: 1.3; }
            h2 { font-size: 14pt; margin: 4mm 0 2mm; line-height: 1.3; }
            h3 { font-size: 12pt; margin: 3mm 0 1.5mm; line-height: 1.3; }
            h4 { font-size: 10.5pt; margin: 2mm 0 1mm; }
            h1, h2, h3, h4 { font-weight: bold; page-break-after: avoid; }
            ul, ol { margin: 0 0 1.5mm; padding-left: 7mm; }
            hr { border: 0; border-top: 0.3mm solid #000000; margin: 2mm 0; }
            table { width: 100%; border-collapse: collapse; margin: 0 0 3mm; -fs-table-paginate: paginate; }
            td, th { padding: 1mm 1.5mm; vertical-align: top; text-align: left; }
            th { font-weight: bold; }
            td p, th p { margin: 0; }
            tr { page-break-inside: avoid; }
            thead { display: table-header-group; }
            .fixed { table-layout: fixed; }
            .lines td, .lines th { border: 0.2mm solid #555555; }
            .lines th { background-color: #f2f2f2; }
            .value { white-space: pre-wrap; }
            .break { page-break-after: always; height: 0; }
            .image { margin: 0 0 1.5mm; }
            .center { text-align: center; } .right { text-align: right; } .justify { text-align: justify; }
            """;

    private static final String SCREEN = """
            @media screen {
              html { background-color: #e8e8e8; }
              body { background-color: #ffffff; width: %s; min-height: %s; margin: 4mm auto; padding: %s; position: relative; }
              .band { position: absolute; left: %s; right: %s; font-size: 9pt; color: #444444; }
              .band span { position: absolute; white-space: nowrap; }
              .band .l { left: 0; } .band .c { left: 0; right: 0; text-align: center; } .band .r { right: 0; }
              .top { top: 5mm; } .bottom { bottom: 10mm; }
              .break { border-top: 1px dashed #999999; margin: 3mm 0; }
            }
            @media print { .band { display: none; } }
            """;

    private final PrintTemplate template;
    private final Function<String, String> fields;

    /** @param fields what a path of the record gives, as text */
    PrintSheet(PrintTemplate template, Function<String, String> fields) {
        this.template = template;
        this.fields = fields;
    }

    String css() {
        Margins margins = template.margins();
        return page(margins) + PARTS + "body { font-family: " + families() + "; }\n" + screen(margins);
    }

    private static String families() {
        return "\"" + PrintFonts.FAMILY + "\", \"Noto Sans SC\", \"Noto Sans CJK SC\", \"PingFang SC\","
                + " \"Microsoft YaHei\", sans-serif";
    }

    private String page(Margins margins) {
        Paper paper = template.paper();
        StringBuilder css = new StringBuilder("@page { size: " + mm(paper.width()) + " " + mm(paper.height())
                + "; margin: " + sides(margins) + ";\n");
        boxes(css, "top", template.header());
        boxes(css, "bottom", template.footer());
        return css.append("}\n").toString();
    }

    private void boxes(StringBuilder css, String edge, Band band) {
        List<String> places = List.of("left", "center", "right");
        for (int i = 0; i < places.size(); i++) {
            String text = band.texts().get(i);
            if (!text.isBlank()) {
                css.append("@").append(edge).append('-').append(places.get(i)).append(" { content: ");
                List<String> parts = Blanks.parts(text, Markup::cssString, this::counted);
                css.append(String.join(" ", parts))
                        .append("; font-size: 9pt; color: #444444; white-space: pre; font-family: ")
                        .append(families())
                        .append("; }\n");
            }
        }
    }

    private String counted(String blank) {
        return switch (blank) {
            case Blanks.PAGE -> "counter(page)";
            case Blanks.PAGES -> "counter(pages)";
            default -> Markup.cssString(fields.apply(blank));
        };
    }

    private String screen(Margins margins) {
        Paper paper = template.paper();
        return String.format(
                Locale.ROOT,
                SCREEN,
                mm(paper.width()),
                mm(paper.height()),
                sides(margins),
                mm(margins.left()),
                mm(margins.right()));
    }

    private static String sides(Margins margins) {
        return String.join(" ", mm(margins.top()), mm(margins.right()), mm(margins.bottom()), mm(margins.left()));
    }

    static String mm(double length) {
        return String.format(Locale.ROOT, "%.1fmm", length);
    }

    /** Header and footer where a browser shows the sheet; on paper the page has them itself. */
    String bands() {
        return band("top", template.header()) + band("bottom", template.footer());
    }

    private String band(String edge, Band band) {
        if (band.blank()) {
            return "";
        }
        List<String> spans = new ArrayList<>();
        List<String> classes = List.of("l", "c", "r");
        for (int i = 0; i < classes.size(); i++) {
            List<String> parts = Blanks.parts(
                    band.texts().get(i),
                    Markup::escape,
                    blank -> blank.equals(Blanks.PAGE) || blank.equals(Blanks.PAGES)
                            ? "1"
                            : Markup.escape(fields.apply(blank)));
            spans.add("<span class=\"" + classes.get(i) + "\">" + String.join("", parts) + "</span>");
        }
        return "<div class=\"band " + edge + "\">" + String.join("", spans) + "</div>";
    }
}
