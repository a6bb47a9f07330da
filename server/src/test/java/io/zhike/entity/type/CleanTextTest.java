package io.zhike.entity.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CleanTextTest {
    /** Goes away, and keeps a text from being taken as clean at first sight. */
    private static final String BELL = "\u0007";

    private static final String[] SIGNS = {
        "a",
        "Z",
        "7",
        " ",
        "，",
        "客",
        "户",
        "Ａ",
        "e\u0301",
        "é",
        "\n",
        "\t",
        "\r\n",
        "\u00a0",
        "\ud83d\ude00",
        "\ud83d",
        "豈",
        "½"
    };

    @Test
    void aTextThatIsCleanAtFirstSightComesToTheSameAsOneLookedAtSignBySign() {
        Random random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(8); n > 0; n--) {
                text.append(SIGNS[random.nextInt(random.nextBoolean() ? SIGNS.length : 6)]);
            }
            String written = text.toString();
            assertThat(CleanText.line(written)).isEqualTo(CleanText.line(BELL + written));
            assertThat(CleanText.lines(written)).isEqualTo(CleanText.lines(BELL + written));
            assertThat(CleanText.plain(written)).isEqualTo(CleanText.plain(BELL + written));
        }
    }

    @Test
    void keepsWhatPeopleMeanAndNothingElse() {
        assertThat(CleanText.line("  上海\t华信 \n公司\u0000 ")).isEqualTo("上海 华信  公司");
        assertThat(CleanText.lines("一\r\n二\r三")).isEqualTo("一\n二\n三");
        assertThat(CleanText.plain("　１２３ＡＢ")).isEqualTo("123AB");
        assertThat(CleanText.line("\u00a0\u200b\ufeff")).isEmpty();
    }
}
