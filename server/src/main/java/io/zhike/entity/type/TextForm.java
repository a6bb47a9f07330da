package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldType;
import io.zhike.entity.Reading;
import io.zhike.message.Label;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Forms that a text can be held to. Only those that are checked fully are here: no pattern that merely looks right. */
enum TextForm {
    /** GB 11643-1999: region, day of birth, serial, check digit by ISO 7064 MOD 11-2. */
    ID_NUMBER("身份证号", "an identity card number") {
        @Override
        Reading check(String text) {
            String number = compact(text);
            if (!ID_SHAPE.matcher(number).matches()) {
                return no(
                        EntityText.NOT_AN_ID_CARD, text, new Label("应为 18 位，末位可以是 X", "18 digits, the last may be X"));
            }
            if (!isDay(number.substring(6, 14))) {
                return no(EntityText.NOT_AN_ID_CARD, text, new Label("出生日期不对", "the day of birth does not exist"));
            }
            int sum = 0;
            for (int i = 0; i < 17; i++) {
                sum += (number.charAt(i) - '0') * ID_WEIGHTS[i];
            }
            char check = "10X98765432".charAt(sum % 11);
            return check == number.charAt(17)
                    ? Reading.of(number)
                    : no(
                            EntityText.NOT_AN_ID_CARD,
                            text,
                            new Label("校验位应为 " + check, "the check digit should be " + check));
        }
    },
    /** GB 32100-2015: 17 characters without I, O, S, V, Z and a check character modulo 31. */
    CREDIT_CODE("统一社会信用代码", "a unified social credit code") {
        @Override
        Reading check(String text) {
            String code = compact(text);
            if (!USCC_SHAPE.matcher(code).matches()) {
                return no(
                        EntityText.NOT_A_USCC,
                        text,
                        new Label("应为 18 位数字和大写字母（不含 I、O、S、V、Z）", "18 digits and letters without I, O, S, V, Z"));
            }
            int sum = 0;
            int weight = 1;
            for (int i = 0; i < 17; i++) {
                sum += USCC_LETTERS.indexOf(code.charAt(i)) * weight;
                weight = weight * 3 % 31;
            }
            char check = USCC_LETTERS.charAt((31 - sum % 31) % 31);
            return check == code.charAt(17)
                    ? Reading.of(code)
                    : no(
                            EntityText.NOT_A_USCC,
                            text,
                            new Label("校验位应为 " + check, "the check character should be " + check));
        }
    },
    POSTAL_CODE("邮政编码（6 位数字）", "a postal code (6 digits)") {
        @Override
        Reading check(String text) {
            String plain = compact(text);
            return POSTAL_SHAPE.matcher(plain).matches()
                    ? Reading.of(plain)
                    : no(EntityText.WRONG_PATTERN, text, label());
        }

        @Override
        String mask(String text) {
            return FieldType.MASK;
        }
    };

    private static final Pattern ID_SHAPE = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final Pattern USCC_SHAPE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");
    private static final Pattern POSTAL_SHAPE = Pattern.compile("[0-9]{6}");
    private static final String USCC_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Label label;

    TextForm(String zh, String en) {
        this.label = new Label(zh, en);
    }

    /** The text in its plain form, or why it has not this form. */
    abstract Reading check(String text);

    /** What is shown of a text of this form to those who may not read it. */
    String mask(String text) {
        return Masks.ends(text, 4, 4);
    }

    Label label() {
        return label;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TextForm of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(TextForm::code).toList();
    }

    private static Reading no(EntityText why, String text, Label reason) {
        return Reading.refused(why, CleanText.shown(text), reason);
    }

    /** Without blanks, in narrow and capital letters. */
    private static String compact(String text) {
        return CleanText.plain(text).replace(" ", "").toUpperCase(Locale.ROOT);
    }

    private static boolean isDay(String digits) {
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
            return day.getYear() >= 1800;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
