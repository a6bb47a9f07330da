package io.zhike.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Who printed stands over every page where the workspace wants it. */
class PrintMarkTest {
    private static final String TWO_PAGES = "{'type': 'paragraph', 'content': [{'type': 'text', 'text': '第一页'}]},"
            + "{'type': 'pageBreak'}, {'type': 'paragraph', 'content': [{'type': 'text', 'text': '第二页'}]}";

    private final PrintWorld world = new PrintWorld();

    private void mark(String mode) {
        world.admin().put("/api/v1/watermark", Map.of("mode", mode)).expect(200);
    }

    @Test
    void isOnEveryPageOfAPdfAndOnThePageThatABrowserPrints() throws Exception {
        world.publish("card", TWO_PAGES);
        String id = PrintWorld.create(world.admin(), "customer", Map.of("name", "甲"));
        String name = world.workspace.administrator().member().name();
        assertThat(PrintWorld.html(world.admin(), id, "card").text()).doesNotContain(name, "class=\"marks\"");
        mark("everywhere");
        assertThat(PrintWorld.html(world.admin(), id, "card").text()).contains("class=\"marks\"", name);
        Answer pdf = PrintWorld.pdf(world.admin(), id, "card").expect(200);
        try (PDDocument document = Loader.loadPDF(pdf.response().body())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            for (int page = 1; page <= 2; page++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(document)).contains(name);
            }
        }
    }

    @Test
    void onSensitivePapersAloneItNeedsPersonalData() {
        world.publish("card", TWO_PAGES);
        String id = PrintWorld.create(world.admin(), "customer", Map.of("name", "甲"));
        mark("sensitive");
        assertThat(PrintWorld.html(world.admin(), id, "card").text()).doesNotContain("class=\"marks\"");
    }

    @Test
    void theTextIsNoMarkup() {
        assertThat(new PrintMark("<b>张&三", Paper.A4).html())
                .contains("&lt;b&gt;张&amp;三")
                .doesNotContain("<b>");
        assertThat(new PrintMark("", Paper.A4).html()).isEmpty();
        assertThat(new PrintMark("", Paper.A4).css()).isEmpty();
    }
}
