package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PinyinTest {

    @Test
    void spellsNamesInFullAndByInitials() {
        assertThat(Pinyin.full("张三")).containsExactly("zhangsan");
        assertThat(Pinyin.initials("张三")).containsExactly("zs");
        assertThat(Pinyin.full("深圳市腾讯")).contains("shenzhenshitengxun");
    }

    @Test
    void knowsTheReadingsOfSurnames() {
        assertThat(Pinyin.full("曾国藩")).contains("zengguofan");
        assertThat(Pinyin.full("单雄信")).contains("shanxiongxin", "danxiongxin");
        assertThat(Pinyin.initials("查良镛")).contains("zly", "cly");
        assertThat(Pinyin.full("翟天临")).contains("zhaitianlin");
    }

    @Test
    void hasAllReadingsOfPlacesAndTrades() {
        assertThat(Pinyin.full("重庆")).contains("chongqing");
        assertThat(Pinyin.full("银行")).contains("yinhang");
        assertThat(Pinyin.full("厦门")).contains("xiamen");
    }

    @Test
    void writesUmlautBothWays() {
        assertThat(Pinyin.full("吕布")).containsExactlyInAnyOrder("lubu", "lvbu");
    }

    @Test
    void keepsFewSpellingsOfALongName() {
        assertThat(Pinyin.full("重庆长安行会单乐曾")).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void passesOverWhatIsNotChinese() {
        assertThat(Pinyin.full("ACME Ltd. 12")).isEmpty();
        assertThat(Pinyin.initials("")).isEmpty();
        assertThat(Pinyin.full("A张B三")).containsExactly("zhangsan");
    }

    @Test
    void spellsEveryCommonCharacterInPlainLetters() {
        for (int character = 0x4e00; character < 0x9fa5; character++) {
            for (String spelling : Pinyin.full(Character.toString(character))) {
                assertThat(spelling).matches("[a-z]+");
            }
        }
    }
}
