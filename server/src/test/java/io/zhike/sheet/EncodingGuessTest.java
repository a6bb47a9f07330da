package io.zhike.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingGuessTest {
    private static final String CHINESE = "姓名,城市,备注\n张三,北京,老客户\n李四,上海,下周回访，请准备报价\n";

    @TempDir
    Path folder;

    private SheetFile open(byte[] bytes) {
        return SharedData.open(Sheets.write(folder, "t.csv", bytes));
    }

    private static Charset charset(SheetFile file) {
        return file.dialect().orElseThrow().charset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16LE", "UTF-16BE"})
    void readsChineseTextInEveryUsualEncoding(String name) {
        SheetFile file = open(CHINESE.getBytes(Charset.forName(name)));

        assertThat(charset(file).name()).isEqualTo(name.equals("GBK") ? "GB18030" : name);
        assertThat(Sheets.texts(file).get(2)).containsExactly("李四", "上海", "下周回访，请准备报价");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"})
    void obeysAByteOrderMarkAndLeavesItOut(String name) {
        SheetFile file = open(("\uFEFF" + CHINESE).getBytes(Charset.forName(name)));

        assertThat(file.dialect().orElseThrow().byteOrderMark()).isTrue();
        assertThat(charset(file).name()).isEqualTo(name);
        assertThat(Sheets.texts(file).getFirst()).containsExactly("姓名", "城市", "备注");
    }

    @Test
    void readsCharactersThatTakeFourBytesInGb18030() {
        String text = "姓名,籍贯\n㐀㐁𠮷野家,四川\n王䶮,广东\n\uD83D\uDE00客户,湖南\n";
        SheetFile file = open(text.getBytes(EncodingGuess.GB18030));

        assertThat(charset(file)).isEqualTo(EncodingGuess.GB18030);
        assertThat(Sheets.texts(file))
                .extracting(List::getFirst)
                .containsExactly("姓名", "㐀㐁𠮷野家", "王䶮", "\uD83D\uDE00客户");
    }

    @Test
    void takesWesternTextForWesternThoughItsBytesAreValidChinesePairs() {
        SheetFile file =
                open("name,city\nMüller,Köln\nJürgen,Zürich\nSchäfer,Nürnberg\n".getBytes(EncodingGuess.WINDOWS_1252));

        assertThat(charset(file)).isEqualTo(EncodingGuess.WINDOWS_1252);
        assertThat(Sheets.texts(file).get(1)).containsExactly("Müller", "Köln");
    }

    @Test
    void takesPlainAsciiForUtf8() {
        assertThat(charset(open("a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void staysWithGb18030WhenOneByteOfALongTextIsWrong() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(CHINESE.repeat(20).getBytes(EncodingGuess.GB18030));
        bytes.write(new byte[] {'x', (byte) 0xFF, ',', 'y', '\n'});
        bytes.write(CHINESE.repeat(20).getBytes(EncodingGuess.GB18030));
        SheetFile file = open(bytes.toByteArray());

        assertThat(charset(file)).isEqualTo(EncodingGuess.GB18030);
        assertThat(Sheets.rows(file).stream().filter(Row::isBroken))
                .singleElement()
                .satisfies(row -> assertThat(row.number()).isEqualTo(61));
        assertThat(Sheets.rows(file)).hasSize(121);
    }

    @Test
    void takesAStrayZeroForWhatItIsAndNotForUtf16() {
        SheetFile file = open("a,b\n1,2\n3,\u00004\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(charset(file)).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Sheets.rows(file).getLast().isBroken()).isTrue();
    }

    @Test
    void knowsUtf16WhoseCharactersHaveTheByteOfALineBreak() {
        SheetFile file = open("城市,区\n上海,上上上上\n上饶,上上上\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(charset(file)).isEqualTo(StandardCharsets.UTF_16LE);
        assertThat(Sheets.texts(file).getLast()).containsExactly("上饶", "上上上");
    }

    @Test
    void looksAtTheWholeFileAndNotOnlyAtItsBeginning() {
        byte[] ascii = "id,name\n".concat("1,plain\n".repeat(200_000)).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ascii);
        bytes.writeBytes("2,王小明\n".repeat(30).getBytes(EncodingGuess.GB18030));

        assertThat(charset(open(bytes.toByteArray()))).isEqualTo(EncodingGuess.GB18030);
    }

    @Test
    void refusesOverlongFormsAndSurrogatesAsUtf8() {
        Utf8Tally tally = new Utf8Tally();
        tally.accept(new byte[] {(byte) 0xC0, (byte) 0x80, (byte) 0xED, (byte) 0xA0, (byte) 0x80, (byte) 0xF5}, 6);
        assertThat(tally.isPlausible()).isFalse();
    }

    @Test
    void agreesWithTheDecoderOfTheJdkOnEveryUnicodeCharacter() {
        Utf8Tally utf8 = new Utf8Tally();
        Gb18030Tally gb = new Gb18030Tally();
        StringBuilder all = new StringBuilder();
        for (int c = 0x80; c <= 0x10FFFF; c++) {
            if (c < 0xD800 || c > 0xDFFF) {
                all.appendCodePoint(c);
            }
        }
        byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
        utf8.accept(bytes, bytes.length);
        byte[] chinese = all.toString().getBytes(EncodingGuess.GB18030);
        gb.accept(chinese, chinese.length);

        assertThat(utf8.wrong).isZero();
        assertThat(gb.wrong).isZero();
        assertThat(utf8.wide).isEqualTo(all.codePointCount(0, all.length()));
        assertThat(gb.wide).isEqualTo(utf8.wide);
    }

    @Test
    void decodesAsTheJdkDoesWhateverTheSizeOfThePieces() throws IOException {
        String text = "a𠮷野家é王\n".repeat(20_000);
        for (String name : List.of("UTF-8", "GB18030", "UTF-16LE")) {
            Charset charset = Charset.forName(name);
            for (int piece : new int[] {1, 2, 7, 70_000}) {
                StringBuilder read = new StringBuilder();
                try (DecodingReader reader = new DecodingReader(
                        new java.io.ByteArrayInputStream(text.getBytes(charset)), new Encoding(charset, 0))) {
                    char[] buffer = new char[piece];
                    for (int n = reader.read(buffer, 0, piece); n > 0; n = reader.read(buffer, 0, piece)) {
                        read.append(buffer, 0, n);
                    }
                }
                assertThat(read.toString().equals(text + "\n" + DecodingReader.END))
                        .as(name + piece)
                        .isTrue();
            }
        }
    }
}
