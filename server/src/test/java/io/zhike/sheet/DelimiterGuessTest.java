package io.zhike.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DelimiterGuessTest {

    @TempDir
    Path folder;

    private static char of(String text) {
        return DelimiterGuess.of(text, true, "t.csv");
    }

    @Test
    void findsTheUsualDelimiters() {
        for (char delimiter : new char[] {',', ';', '\t', '|'}) {
            assertThat(of("a,b,c\n1,2,3\n4,5,6\n".replace(',', delimiter))).isEqualTo(delimiter);
        }
    }

    @Test
    void prefersTheDelimiterOfTheHeaderToTheDecimalCommasOfTheData() {
        assertThat(of("name;price;weight\nA;1,5;2,25\nB;2,5;3,25\n")).isEqualTo(';');
    }

    @Test
    void doesNotCountDelimitersInQuotes() {
        assertThat(of("a;b\n\"x,y,z\";1\n\"u,v,w\";2\n\"p,\"\"q\"\",r\";3\n")).isEqualTo(';');
    }

    @Test
    void findsTheDelimiterBelowATitle() {
        assertThat(of("Report, made by hand\na\tb\tc\n1\t2\t3\n4\t5\t6\n")).isEqualTo('\t');
    }

    @Test
    void takesOneColumnForCommaSeparated() {
        assertThat(of("name\nJohn Smith\nJane Roe\n")).isEqualTo(',');
        assertThat(of("备注\n你好 世界\n再见 朋友\n")).isEqualTo(',');
    }

    @Test
    void findsColumnsAlignedByBlanks() {
        assertThat(of(" id   date      amount\n 1    19970101  11.77\n 22   19970102   2.00\n"))
                .isEqualTo(Dialect.BLANKS);
    }

    @Test
    void readsAlignedColumnsWithLinesOfAnyEnding() {
        SheetFile file = Sheets.csv(folder, " id   date\r\n\r\n 1    x\n 2    y\r 3    z");

        assertThat(Sheets.texts(file))
                .containsExactly(List.of("id", "date"), List.of("1", "x"), List.of("2", "y"), List.of("3", "z"));
        assertThat(Sheets.rows(file)).extracting(Row::number).containsExactly(1L, 3L, 4L, 5L);
        try (RowCursor cursor = file.rows("table")) {
            cursor.skipTo(2);
            assertThat(cursor.next().number()).isEqualTo(4);
        }
    }

    @Test
    void ignoresTheLastRecordOfACutSample() {
        assertThat(DelimiterGuess.of("a;b\n1;2\n3;4\n\"5,6,7,8,", false, "t.csv"))
                .isEqualTo(';');
    }
}
