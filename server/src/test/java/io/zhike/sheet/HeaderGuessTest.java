package io.zhike.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.message.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderGuessTest {

    @TempDir
    Path folder;

    private Header of(String content) {
        return Sheets.csv(folder, content).guessHeader("table");
    }

    @Test
    void takesTheFirstRowOfNames() {
        assertThat(of("姓名,电话\n张三,138\n").columns()).containsExactly("姓名", "电话");
    }

    @Test
    void givesNamelessColumnsTheirLetterInTheLanguageAskedFor() {
        SheetFile file = Sheets.csv(folder, "a,,c\n1,2,3\n");

        assertThat(file.guessHeader("table").columns()).containsExactly("a", "列 B", "c");
        assertThat(file.guessHeader("table", Language.EN).columns()).containsExactly("a", "Column B", "c");
    }

    @Test
    void makesRepeatedNamesUniqueIgnoringCase() {
        assertThat(of("电话,电话,Name,name,电话 2\n1,2,x,y,3\n").columns())
                .containsExactly("电话", "电话 2", "Name", "name 2", "电话 2 2");
    }

    @Test
    void putsANameOfSeveralLinesOnOne() {
        assertThat(of("\" 联系\n 电话 \",b\n1,2\n").columns()).containsExactly("联系 电话", "b");
    }

    @Test
    void passesOverTitlesAboveTheNames() {
        Header header = of("客户清单 2024\n\n姓名,电话,城市\n张三,1,北京\n李四,2,上海\n");

        assertThat(header.rowNumber()).isEqualTo(3);
        assertThat(header.rowsBefore()).isEqualTo(2);
    }

    @Test
    void saysWhenDataBeginsAtOnce() {
        Header header = of("1,2014-01-05,3.5\n2,2014-01-06,4.5\n");

        assertThat(header.found()).isFalse();
        assertThat(header.rowsBefore()).isZero();
        assertThat(header.columns()).containsExactly("列 A", "列 B", "列 C");
    }

    @Test
    void takesYearsForNames() {
        assertThat(of("产品,2023,2024\nA,1,2\nB,3,4\n").found()).isTrue();
    }

    @Test
    void namesColumnsThatOnlyTheDataHas() {
        assertThat(of("a,b\n1,2,3\n4,5,6\n").columns()).containsExactly("a", "b", "列 C");
    }

    @Test
    void obeysTheRowThatAPersonChose() {
        SheetFile file = Sheets.csv(folder, "x,y\n\na,b\n1,2\n");
        Header header = file.headerAt("table", 3, Language.ZH);

        assertThat(header).isEqualTo(new Header(true, 3, 2, java.util.List.of("a", "b")));
        assertThat(Sheets.refusal(() -> file.headerAt("table", 2, Language.ZH))).isEqualTo(SheetError.NO_HEADER);
        assertThat(Sheets.refusal(() -> file.headerAt("table", 99, Language.ZH)))
                .isEqualTo(SheetError.NO_HEADER);
    }

    @Test
    void countsLettersAsExcelDoes() {
        assertThat(HeaderGuess.letters(0)).isEqualTo("A");
        assertThat(HeaderGuess.letters(25)).isEqualTo("Z");
        assertThat(HeaderGuess.letters(26)).isEqualTo("AA");
        assertThat(HeaderGuess.letters(701)).isEqualTo("ZZ");
        assertThat(HeaderGuess.letters(702)).isEqualTo("AAA");
    }
}
