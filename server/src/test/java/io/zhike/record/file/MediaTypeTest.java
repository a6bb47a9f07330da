package io.zhike.record.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is, is told by its content; its name decides only between kinds of text and of zip files. */
class MediaTypeTest {

    private static String type(String head, String name) {
        byte[] start = head.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
        return MediaType.of(start, name);
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.4, a.png, application/pdf",
        "GIF89a, a.txt, image/gif",
        "RIFF\\1\\1\\1\\1WEBPVP8X, a, image/webp",
        "\\0\\0\\0\\30ftypheic, a.jpg, image/heic",
        "\\0\\0\\0\\30ftypisom, a.jpg, video/mp4",
        "PK\\3\\4, a.zip, application/zip",
        "PK\\3\\4, a.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "hello, a.txt, text/plain",
        "a;b, a.csv, text/csv",
        "hello, a.html, application/octet-stream",
        "<svg/>, a.svg, application/octet-stream",
        "hel\\0lo, a.txt, application/octet-stream",
        "hello, a.pdf, application/octet-stream"
    })
    void isToldByTheContent(String head, String name, String type) {
        assertThat(type(head, name)).isEqualTo(type);
    }

    @Test
    void aTextInUtf16IsATextByItsMark() {
        assertThat(MediaType.of("\uFEFF你好".getBytes(StandardCharsets.UTF_16LE), "a.txt"))
                .isEqualTo("text/plain");
        assertThat(MediaType.of("你好".getBytes(StandardCharsets.UTF_16LE), "a.txt"))
                .isEqualTo("text/plain");
        assertThat(MediaType.of("hello".getBytes(StandardCharsets.UTF_16LE), "a.txt"))
                .isEqualTo("application/octet-stream");
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, a.PNG, true",
        "image/png, a.jpg, false",
        "application/octet-stream, a.pdf, false",
        "application/octet-stream, a.dwg, true",
        "application/zip, a.xlsx, false",
        "image/png, png, true"
    })
    void anEndingPromisesWhatIsKnownOfIt(String type, String name, boolean matches) {
        assertThat(MediaType.matches(type, name)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1 KB", "1536, 1.5 KB", "536870912, 512 MB", "5497558138880, 5 TB"})
    void sizesAreToldAsPeopleReadThem(long bytes, String text) {
        assertThat(Sizes.text(bytes)).isEqualTo(text);
    }
}
