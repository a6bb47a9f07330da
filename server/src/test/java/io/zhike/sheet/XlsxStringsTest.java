package io.zhike.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class XlsxStringsTest {

    private static XlsxStrings strings(CharSequence items) throws IOException {
        String xml = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + items + "</sst>";
        return new XlsxStrings(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "t.xlsx");
    }

    private static String text(int i) {
        return "客户 " + i + " " + "𠮷x".repeat(i % 300);
    }

    @Test
    void findsEveryTextWhetherInMemoryOrInItsFile() throws IOException {
        int count = 60_000;
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < count; i++) {
            items.append("<si><t>").append(text(i)).append("</t></si>");
        }
        try (XlsxStrings strings = strings(items)) {
            Random random = new Random(1);
            for (int n = 0; n < 30_000; n++) {
                int i = n < 2 ? n * (count - 1) : random.nextInt(count);
                assertThat(strings.get(i)).isEqualTo(text(i));
            }
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> strings.get(count));
        }
    }

    @Test
    void marksATextThatIsTooLongInsteadOfKeepingIt() throws IOException {
        String longText = "<si><t>" + "x".repeat(Limits.CELL_CHARS + 1) + "</t></si>";
        String full = ("<si><t>" + "y".repeat(Limits.CELL_CHARS) + "</t></si>").repeat(9);
        try (XlsxStrings strings = strings(longText + full + longText + "<si><t>end</t></si>")) {
            assertThat(strings.get(0)).isNull();
            assertThat(strings.get(9)).hasSize(Limits.CELL_CHARS);
            assertThat(strings.get(10)).isNull();
            assertThat(strings.get(11)).isEqualTo("end");
        }
    }

    @Test
    void hasNoTextsWhereTheWorkbookHasNone() throws IOException {
        try (XlsxStrings strings = new XlsxStrings(null, "t.xlsx")) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> strings.get(0));
        }
    }

    @Test
    void unescapesWhatXmlCannotHold() {
        assertThat(XlsxText.unescape("a_x000D_b")).isEqualTo("a\rb");
        assertThat(XlsxText.unescape("_x005F_x000D_")).isEqualTo("_x000D_");
        assertThat(XlsxText.unescape("a_x00_b _xZZZZ_ _x")).isEqualTo("a_x00_b _xZZZZ_ _x");
        for (String text : new String[] {"plain", "_x000D_", "\r\u0001_", "_x_x0041__", "_", "a_x0041", "\uFFFF"}) {
            assertThat(XlsxText.unescape(XlsxText.escape(text))).isEqualTo(text);
        }
    }
}
