package io.zhike.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseAmountTest {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";

    @ParameterizedTest
    @CsvSource({
        "12300, 壹万贰仟叁佰元整",
        "0, 零元整",
        "0.00, 零元整",
        "-0.004, 零元整",
        "1, 壹元整",
        "10, 壹拾元整",
        "15, 壹拾伍元整",
        "100, 壹佰元整",
        "101, 壹佰零壹元整",
        "110, 壹佰壹拾元整",
        "1001, 壹仟零壹元整",
        "1010, 壹仟零壹拾元整",
        "10000, 壹万元整",
        "10001, 壹万零壹元整",
        "100500, 壹拾万零伍佰元整",
        "105000, 壹拾万伍仟元整",
        "1000000, 壹佰万元整",
        "6007.14, 陆仟零柒元壹角肆分",
        "1680.32, 壹仟陆佰捌拾元叁角贰分",
        "107000.53, 壹拾万柒仟元伍角叁分",
        "325.04, 叁佰贰拾伍元零肆分",
        "16409.02, 壹万陆仟肆佰零玖元零贰分",
        "12300.50, 壹万贰仟叁佰元伍角整",
        "0.05, 伍分",
        "0.50, 伍角整",
        "0.55, 伍角伍分",
        "1.005, 壹元零壹分",
        "99.999, 壹佰元整",
        "-12300.05, 负壹万贰仟叁佰元零伍分",
        "100000000, 壹亿元整",
        "100000001, 壹亿零壹元整",
        "100010000, 壹亿零壹万元整",
        "101000000, 壹亿零壹佰万元整",
        "1000000000000, 壹万亿元整",
        "1000100000000, 壹万零壹亿元整",
        "1000000010000, 壹万亿零壹万元整",
        "1234567890123.45, 壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分",
        "10000000000000000, 10000000000000000.00"
    })
    void writesAmountsAsContractsBearThem(BigDecimal amount, String capitals) {
        assertThat(ChineseAmount.of(amount)).isEqualTo(capitals);
    }

    /** Read again by another way, each amount is what it was; so no two of them read the same. */
    @Test
    void canBeReadAgain() {
        Random random = new Random(17);
        Set<String> seen = new HashSet<>();
        Set<BigDecimal> amounts = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            long fen = random.nextLong(1, Math.powExact(10L, random.nextInt(1, 17)) + 1);
            BigDecimal amount = BigDecimal.valueOf(fen, 2);
            String capitals = ChineseAmount.of(amount);
            if (amounts.add(amount)) {
                assertThat(seen.add(capitals)).as(amount + " " + capitals).isTrue();
            }
            assertThat(read(capitals)).as(capitals).isEqualByComparingTo(amount);
            assertThat(capitals).doesNotContain("零零").doesNotContain("零元").doesNotContain("零万");
        }
    }

    private static BigDecimal read(String text) {
        long fen = 0;
        long all = 0;
        long section = 0;
        int digit = 0;
        for (char c : text.toCharArray()) {
            switch (c) {
                case '拾', '佰', '仟' -> {
                    section += (long) digit * (c == '拾' ? 10 : c == '佰' ? 100 : 1_000);
                    digit = 0;
                }
                case '万' -> {
                    section = (section + digit) * 10_000;
                    digit = 0;
                    all += section;
                    section = 0;
                }
                case '亿' -> {
                    all = (all + section + digit) * 100_000_000;
                    digit = 0;
                    section = 0;
                }
                case '元' -> {
                    fen = (all + section + digit) * 100;
                    digit = 0;
                }
                case '角' -> {
                    fen += digit * 10L;
                    digit = 0;
                }
                case '分' -> fen += digit;
                case '整', '零' -> {}
                default -> digit = DIGITS.indexOf(c);
            }
        }
        return BigDecimal.valueOf(fen, 2);
    }
}
