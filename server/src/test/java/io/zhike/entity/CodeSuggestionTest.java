package io.zhike.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeSuggestionTest {

    @ParameterizedTest
    @CsvSource({
        "客户名称, ke_hu_ming_cheng",
        "Order ID, order_id",
        "订单ID, ding_dan_id",
        "Größe, grosse",
        "2026年目标, f_2026nian_mu_biao",
        "select, select",
        "owner, owner_2",
        "😀, field",
        "O'Neil, oneil",
        "a--b__c, a_b_c"
    })
    void makesCodesOfWhatPeopleCallThings(String label, String code) {
        assertThat(CodeSuggestion.from(label, List.of())).isEqualTo(code);
    }

    @Test
    void avoidsWhatIsTaken() {
        assertThat(CodeSuggestion.from("名称", Set.of("ming_cheng", "ming_cheng_2")))
                .isEqualTo("ming_cheng_3");
    }

    @Test
    void cutsLongNamesBetweenSyllables() {
        String code = CodeSuggestion.from("请填写您所在公司的统一社会信用代码与注册地址", List.of());

        assertThat(code).hasSizeLessThanOrEqualTo(Codes.MAX_LENGTH).doesNotEndWith("_");
        assertThat(Codes.valid(code)).isTrue();
    }

    @Test
    void alwaysMakesANewValidCode() {
        Random random = new Random(1);
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            StringBuilder label = new StringBuilder();
            for (int j = random.nextInt(30); j > 0; j--) {
                label.appendCodePoint(random.nextInt(0x10000) % (random.nextBoolean() ? 0x80 : 0xD800));
            }
            String code = CodeSuggestion.from(label.toString(), taken);
            assertThat(Codes.valid(code)).as(code).isTrue();
            assertThat(SystemFields.ALL).doesNotContain(code);
            assertThat(taken.add(code)).as(code).isTrue();
        }
    }
}
