package io.zhike.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How documents lie on paper. */
class PrintPaperTest {
    private static final double POINTS_PER_MM = 72 / 25.4;

    private static PrintWorld world;

    @BeforeAll
    static void fill() {
        world = new PrintWorld();
    }

    private static String customer(String name) {
        return PrintWorld.create(world.admin(), "customer", Map.of("name", name));
    }

    private static String text(String text, String... marks) {
        return "{'type': 'text', 'text': '" + text + "', 'marks': [" + String.join(", ", marks) + "]}";
    }

    private static String paragraph(String... parts) {
        return "{'type': 'paragraph', 'content': [" + String.join(", ", parts) + "]}";
    }

    private static String page(PDDocument document, int number) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        return stripper.getText(document);
    }

    private static PDDocument open(Answer pdf) throws IOException {
        return Loader.loadPDF(pdf.expect(200).response().body());
    }

    @ParameterizedTest
    @CsvSource({"a4, 210, 297", "a4_landscape, 297, 210", "a5, 148, 210", "a5_landscape, 210, 148", "receipt, 80, 297"})
    void isAsLargeAsThePaper(String paper, double width, double height) throws IOException {
        world.publish("sized", paragraph(text("甲")), "'paper': '" + paper + "'");

        try (PDDocument document = open(PrintWorld.pdf(world.admin(), customer("甲"), "sized"))) {
            PDRectangle box = document.getPage(0).getMediaBox();
            assertThat(box.getWidth())
                    .isCloseTo((float) (width * POINTS_PER_MM), org.assertj.core.data.Offset.offset(0.5f));
            assertThat(box.getHeight())
                    .isCloseTo((float) (height * POINTS_PER_MM), org.assertj.core.data.Offset.offset(0.5f));
        }
    }

    @Test
    void repeatsTheHeadOfATableAndHeaderAndFooterOnEachPage() throws IOException {
        world.publish(
                "long",
                "{'type': 'rows', 'attrs': {'of': 'line_customer', 'columns': [{'path': 'what', 'label': '货品名'},"
                        + " {'path': 'price', 'total': true}]}}",
                "'header': {'left': '{name}的清单'}",
                "'footer': {'right': '{page}/{pages}'}");
        String id = customer("长单");
        List<Map<String, String>> lines = IntStream.rangeClosed(1, 90)
                .mapToObj(i -> Map.of("what", "货" + i, "price", "1", "customer", id))
                .toList();
        world.admin().post("/api/v1/records/line", Map.of("items", lines)).expect(201);

        try (PDDocument document = open(PrintWorld.pdf(world.admin(), id, "long"))) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            for (int i = 1; i <= pages; i++) {
                assertThat(page(document, i)).contains("长单的清单").contains("货品名").contains(i + "/" + pages);
            }
            assertThat(page(document, pages)).contains("合计").contains("90.00");
            assertThat(page(document, 1)).doesNotContain("合计");
        }
    }

    @Test
    void keepsHowCharactersLookAndWhereParagraphsStand() {
        world.publish(
                "looks",
                paragraph(
                                text("加粗", "{'type': 'bold'}", "{'type': 'italic'}"),
                                text("下划", "{'type': 'underline'}", "{'type': 'strike'}"),
                                text("红", "{'type': 'look', 'attrs': {'size': 16, 'color': '#cf1322'}}"),
                                "{'type': 'hardBreak'}")
                        + ", {'type': 'heading', 'attrs': {'level': 2, 'align': 'right'}, 'content': [" + text("标题")
                        + "]},"
                        + "{'type': 'bulletList', 'content': [{'type': 'listItem', 'content': [" + paragraph(text("一"))
                        + "]}]},"
                        + "{'type': 'orderedList', 'content': [{'type': 'listItem', 'content': [" + paragraph(text("二"))
                        + "]}]}, {'type': 'horizontalRule'}");

        String html = PrintWorld.html(world.admin(), customer("甲"), "looks")
                .expect(200)
                .text();

        assertThat(html)
                .contains("font-weight: bold;font-style: italic;\">加粗")
                .contains("text-decoration: underline line-through;\">下划")
                .contains("font-size: 16.0pt;color: #cf1322;\">红</span><br/>")
                .contains("<h2 class=\"right\">标题</h2>")
                .contains("<ul><li><p class=\"left\">一</p></li></ul><ol><li><p class=\"left\">二</p></li></ol><hr/>");
    }

    @Test
    void drawsTablesWithTheirWidthsAndMergedCells() throws IOException {
        String cell = "{'type': '%s', 'attrs': {'colspan': %d, 'rowspan': %d, 'colwidth': %s}, 'content': ["
                + paragraph(text("%s")) + "]}";
        world.publish(
                "merged",
                "{'type': 'table', 'attrs': {'lines': false}, 'content': [{'type': 'tableRow', 'content': ["
                        + cell.formatted("tableHeader", 1, 2, "[100]", "左") + ", "
                        + cell.formatted("tableCell", 2, 1, "[100, 200]", "右上") + "]},"
                        + "{'type': 'tableRow', 'content': [" + cell.formatted("tableCell", 1, 1, "[100]", "中下") + ", "
                        + cell.formatted("tableCell", 1, 1, "[200]", "右下") + "]}]}");
        String id = customer("甲");

        String html = PrintWorld.html(world.admin(), id, "merged").expect(200).text();

        assertThat(html)
                .contains(
                        "<table class=\"fixed\"><colgroup><col style=\"width: 25.00%\"/><col style=\"width: 25.00%\"/><col style=\"width: 50.00%\"/>")
                .contains("<th rowspan=\"2\">")
                .contains("<td colspan=\"2\">");
        assertThat(PrintWorld.text(PrintWorld.pdf(world.admin(), id, "merged")))
                .contains("左")
                .contains("右上")
                .contains("中下")
                .contains("右下");
    }

    @Test
    void beginsANewPageWhereOneIsAskedFor() throws IOException {
        world.publish(
                "parted",
                paragraph(text("第一张")) + ", {'type': 'pageBreak'}, " + paragraph(text("第二张"))
                        + ", {'type': 'pageBreak'}, " + paragraph(text("第三张")));

        try (PDDocument document = open(PrintWorld.pdf(world.admin(), customer("甲"), "parted"))) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            assertThat(page(document, 2)).contains("第二张").doesNotContain("第三张");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
                "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
                "https://example.com/a/very/long/address/that/nobody/would/ever/type/by/hand?with=parameters&and=more&and=still-more",
                "مرحبا ไทย हिन्दी עברית e\u0301 \u200D\u200B\u00AD",
                "\t \u3000 \u2028 \u202E abc"
            })
    void takesWhateverPeopleCallThings(String name) throws IOException {
        world.publish(
                "narrow",
                paragraph("{'type': 'field', 'attrs': {'path': 'name'}}")
                        + ", {'type': 'table', 'content': [{'type': 'tableRow', 'content': [{'type': 'tableCell', 'content': ["
                        + paragraph("{'type': 'field', 'attrs': {'path': 'name'}}")
                        + "]}, {'type': 'tableCell', 'content': ["
                        + paragraph(text("旁边")) + "]}]}]}",
                "'paper': 'receipt'");

        try (PDDocument document = open(PrintWorld.pdf(world.admin(), customer(name), "narrow"))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(page(document, 1)).contains("旁边");
        }
    }

    /** Rows that belong to the record are no leak of the order in which a hidden field would put them. */
    @Test
    void sortsByNothingThatTheCallerMayNotRead() {
        world.publish(
                "sorted",
                "{'type': 'rows', 'attrs': {'of': 'line_customer', 'sort': '-cost', 'columns': [{'path': 'what'}]}}");
        String id = PrintWorld.create(world.clerk.client(), "customer", Map.of("name", "文员的"));
        for (String[] line : new String[][] {{"先", "1"}, {"后", "9"}}) {
            PrintWorld.create(world.admin(), "line", Map.of("what", line[0], "cost", line[1], "customer", id));
        }

        String admin = PrintApiTest.plain(
                PrintWorld.html(world.admin(), id, "sorted").expect(200).text());
        String clerk = PrintApiTest.plain(
                PrintWorld.html(world.clerk.client(), id, "sorted").expect(200).text());

        assertThat(admin).contains("产品后先");
        assertThat(clerk).contains("产品先后");
    }
}
