package io.zhike.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    General|PLAIN
                    0|PLAIN
                    0.00|PLAIN
                    #,##0.00|PLAIN
                    0.00E+00|PLAIN
                    @|PLAIN
                    # ?/?|PLAIN
                    [Red]-0.00;0|PLAIN
                    "days" 0|PLAIN
                    0"年"|PLAIN
                    0%|PERCENT
                    0.00%;[Red]-0.00%|PERCENT
                    ¥#,##0.00|MONEY
                    "¥"#,##0|MONEY
                    [$¥-804]#,##0.00|MONEY
                    [$$-409]#,##0|MONEY
                    [$-804]0.00|PLAIN
                    [$€-407] #,##0|MONEY
                    #,##0.00"元"|MONEY
                    yyyy-mm-dd|DATE
                    yyyy/m/d;@|DATE
                    m/d/yy|DATE
                    [$-804]yyyy"年"m"月"d"日";@|DATE
                    mmm-yy|DATE
                    [DBNum1][$-804]yyyy"年"m"月"|DATE
                    d\\-mmm|DATE
                    yyyy-mm-dd hh:mm|DATETIME
                    m/d/yyyy h:mm AM/PM|DATETIME
                    yyyy"年"m"月"d"日" h"时"mm"分"|DATETIME
                    h:mm:ss|TIME
                    mm:ss.0|TIME
                    [h]:mm:ss|TIME
                    [mm]:ss|TIME
                    上午/下午h"时"mm"分"|TIME
                    000000|PADDED
                    00000-0000|PLAIN
                    """)
    void tellsWhatAFormatMakesOfANumber(String code, CellFormat.Kind kind) {
        assertThat(CellFormat.of(164, code).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "0,PLAIN",
        "2,PLAIN",
        "5,MONEY",
        "9,PERCENT",
        "14,DATE",
        "20,TIME",
        "22,DATETIME",
        "31,DATE",
        "44,MONEY",
        "57,DATE",
        "49,PLAIN",
        "99,PLAIN"
    })
    void knowsTheFormatsThatFilesDoNotSpellOut(int id, CellFormat.Kind kind) {
        assertThat(CellFormat.of(id, null).kind()).isEqualTo(kind);
    }

    @Test
    void showsAsManyDigitsAsThereAreZeros() {
        assertThat(CellFormat.of(164, "000000")).isEqualTo(new CellFormat(CellFormat.Kind.PADDED, 6));
    }

    @Test
    void survivesFormatsThatAreCut() {
        for (String code : new String[] {"\"abc", "[Red", "\\", "_", "", "[$-", ";;;"}) {
            assertThat(CellFormat.of(164, code).kind()).isEqualTo(CellFormat.Kind.PLAIN);
        }
    }
}
