package io.zhike.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.zhike.message.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfWriterTest {
    private static final PrintFonts FONTS = new PrintFonts();
    private static final String STYLE =
            "<style>@page { size: 148mm 210mm; margin: 20mm } body { font-family: \"Zhike Print\" }</style>";

    private static byte[] write(String... bodies) throws IOException {
        List<String> pages = IntStream.range(0, bodies.length)
                .mapToObj(i -> "<html><head>" + STYLE + "</head><body>" + bodies[i] + "</body></html>")
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfWriter(FONTS).write(pages, "标题", out, () -> false);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** All of GB2312's first level and some surnames and given names beyond it. */
    @Test
    void hasTheSignsOfCommonTextsAndNamesAndGivesThemBackAsText() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int row = 0xB0; row <= 0xF7; row++) {
            for (int cell = 0xA1; cell <= 0xFE; cell++) {
                String sign =
                        new String(new byte[] {(byte) row, (byte) cell}, java.nio.charset.Charset.forName("GB2312"));
                if (!sign.contains("\uFFFD")) {
                    all.append(sign);
                }
            }
        }
        all.append("喆堃犇淼垚焱鑫昇珺玥彧翀赟祎頔曌龑甯邰昱旻");
        assertThat(all.codePoints().count()).isGreaterThan(6_700);
        assertThat(FONTS.writable(all.toString())).isEqualTo(all.toString());

        String sample = all.codePoints()
                .filter(c -> c % 9 == 0 || c == '户' || c == '页' || c == '车')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());

        assertThat(text(write("<p>" + sample + "</p>")).replaceAll("\\s", "")).isEqualTo(sample);
    }

    @Test
    void writesBoldWithAFaceOfItsOwnAndBothOnce() throws IOException {
        byte[] pdf = write("<p>普通<b>加粗</b></p>", "<p>普通<b>加粗</b></p>");

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            for (PDPage page : document.getPages()) {
                List<String> names = StreamSupport.stream(
                                page.getResources().getFontNames().spliterator(), false)
                        .map(name -> {
                            try {
                                return page.getResources().getFont(name).getName();
                            } catch (IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        })
                        .toList();
                assertThat(names).hasSize(2).anyMatch(name -> name.endsWith("NotoSansSC-Bold"));
            }
        }
        assertThat(pdf.length).isLessThan(60_000);
    }

    @Test
    void fetchesNothing(@TempDir Path folder) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        Path secret = Files.writeString(folder.resolve("secret.css"), "p { content: 'x' }");
        String there = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        try {
            String style = "<style>@import url(" + there + "a.css); @import url(" + secret.toUri() + "); p {"
                    + " background-image: url(" + there + "b.png) } @font-face { font-family: x; src: url(" + there
                    + "c.ttf) }</style><link rel=\"stylesheet\" href=\"" + there + "d.css\"/>";
            String body = "<p style=\"font-family: x, 'Zhike Print'\">在<img src=\"" + there + "e.png\"/><img src=\""
                    + secret.toUri() + "\"/><object data=\"" + there + "f\"></object></p>";
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new PdfWriter(FONTS)
                    .write(
                            List.of("<html><head>" + style + STYLE + "</head><body>" + body + "</body></html>"),
                            "",
                            out,
                            () -> false);
            String text = text(out.toByteArray());
            assertThat(text).contains("在");
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void readsNoEntityOfXml() {
        assertThatThrownBy(() -> new PdfWriter(FONTS)
                        .write(
                                List.of("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><x>&a;</x>"),
                                "",
                                new ByteArrayOutputStream(),
                                () -> false))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void stopsWhereThereIsTooMuchPaper() {
        String breaks = "<div style=\"page-break-after: always\">页</div>".repeat(PdfWriter.MOST_PAGES + 5);

        assertThatThrownBy(() -> write(breaks))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.message().code()).isEqualTo(PrintError.PRINT_TOO_LARGE));
    }
}
