package io.zhike.entity.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.entity.FieldType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Masks tell records apart and never what they hide. */
class MasksTest {
    private static final FieldType PHONE = new PhoneType("CN", false);
    private static final FieldType MAIL = new EmailType();

    private static FieldType text(TextForm form) {
        return new TextType(TextType.LENGTH, Optional.ofNullable(form), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "+8613812341234, 138****1234",
        "+8617912345678, 179****5678",
        "+861441234567890, 144****7890",
        "+861088886666, 010****6666",
        "+8675588886, 07****86",
        "+8675588886666, 075****6666",
        "+8675526770000;ext=123, 075****0000",
        "+14155552671, +14****2671",
        "95588, '***'",
        "+8523456, '***'"
    })
    void ofPhonesKeepTheBeginningAndTheEnd(String stored, String mask) {
        assertThat(PHONE.mask(stored, false)).isEqualTo(mask);
    }

    @ParameterizedTest
    @CsvSource({"z@x.com, z***@x.com", "zhang.san@corp.cn, z***@corp.cn", "@, '***'"})
    void ofMailsKeepTheFirstSignAndTheDomain(String stored, String mask) {
        assertThat(MAIL.mask(stored, false)).isEqualTo(mask);
    }

    @ParameterizedTest
    @CsvSource({"110101199003071234, 1101**********1234", "91310000MA1K123456, 9131**********3456"})
    void ofCardsKeepTheRegionAndTheEnd(String stored, String mask) {
        assertThat(text(TextForm.ID_NUMBER).mask(stored, false)).isEqualTo(mask);
        assertThat(text(TextForm.CREDIT_CODE).mask(stored, true)).isEqualTo(mask);
    }

    @ParameterizedTest
    @CsvSource({"张三, 张**", "欧阳询, 欧**", "华信科技有限公司, 华**", "张, '***'", "𠮷野, 𠮷**"})
    void ofTitlesKeepTheFirstSign(String stored, String mask) {
        assertThat(text(null).mask(stored, true)).isEqualTo(mask);
        assertThat(text(null).mask(stored, false)).isEqualTo(FieldType.MASK);
    }

    @Test
    void ofAllElseTellNothing() {
        assertThat(text(TextForm.POSTAL_CODE).mask("200000", false)).isEqualTo(FieldType.MASK);
        assertThat(new LongTextType(LongTextType.LENGTH).mask("借款", true)).isEqualTo(FieldType.MASK);
        assertThat(new BooleanType().mask(true, false)).isEqualTo(FieldType.MASK);
        assertThat(new DateType().mask(LocalDate.EPOCH, false)).isEqualTo(FieldType.MASK);
        assertThat(BuiltInKinds.plain(io.zhike.expression.Type.NUMBER).mask(BigDecimal.ONE, false))
                .isEqualTo(FieldType.MASK);
        assertThat(BuiltInKinds.plain(io.zhike.expression.Type.TEXT).mask("甲", false))
                .isEqualTo(FieldType.MASK);
    }

    /** What is refused when it is sent back holds two stars; so do all masks. */
    @Test
    void alwaysHoldTwoStarsAndNeverTheWholeValue() {
        Random random = new Random(20261122);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder written = new StringBuilder();
            for (int n = random.nextInt(24) + 1; n > 0; n--) {
                written.appendCodePoint(
                        random.nextInt(4) == 0 ? 0x4e00 + random.nextInt(500) : '0' + random.nextInt(10));
            }
            String value = written.toString();
            for (FieldType type : List.of(PHONE, MAIL, text(null), text(TextForm.ID_NUMBER))) {
                String mask = type.mask(value, random.nextBoolean());
                assertThat(mask).contains("**").doesNotContain(value.length() > 3 ? value : "~");
            }
        }
    }
}
