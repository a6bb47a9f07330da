package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final List<String> NAMES = List.of("13800138000@example.com", "张三丰");

    private static List<String> refusals(PasswordRules rules, String password, List<String> names) {
        return rules.check(new Checks(), "password", password, names).issues().stream()
                .map(issue -> issue.message().code().code())
                .toList();
    }

    private static List<String> refusals(String password) {
        return refusals(PasswordRules.USUAL, password, NAMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "骏马跃过山河八千里", "xK9#mQ2$", "a fresh password"})
    void takesWhatNobodyGuesses(String password) {
        assertThat(refusals(password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PassWord",
                "12345678",
                "qwertyuiop",
                "iloveyou",
                "Password1!",
                "sunshine2024",
                "woaini1314"
            })
    void refusesWhatPeopleChooseMost(String password) {
        assertThat(refusals(password)).containsExactly("password-common");
    }

    @Test
    void asksForItsLength() {
        assertThat(refusals("xK9#mQ2")).containsExactly("password-too-short");
        assertThat(refusals("")).contains("required", "password-too-short");
        PasswordRules longer = new PasswordRules(14, 0, null);
        assertThat(refusals(longer, "xK9#mQ2$xK9#m", NAMES)).containsExactly("password-too-short");
        assertThat(refusals(longer, "xK9#mQ2$xK9#mQ", NAMES)).isEmpty();
        assertThat(refusals("x".repeat(201))).contains("too-long");
    }

    @Test
    void refusesNamesInsideAndSaysWhenItIsTheAccountItself() {
        assertThat(refusals("my 13800138000 phone")).containsExactly("password-holds-name");
        assertThat(refusals("我是张三丰张三丰")).containsExactly("password-holds-name");
        assertThat(refusals("13800138000@EXAMPLE.com")).containsExactly("password-is-account");
        assertThat(refusals(PasswordRules.USUAL, "xliK9#mQ2$", List.of("li", "Li")))
                .isEmpty();
        assertThat(refusals(PasswordRules.USUAL, "ＺＨＡＮＧsan#9x", List.of("zhang")))
                .containsExactly("password-holds-name");
    }

    @Test
    void theStrictestOfSeveralCounts() {
        PasswordRules a = new PasswordRules(10, 0, 90);
        PasswordRules b = new PasswordRules(8, 5, null);
        PasswordRules c = new PasswordRules(12, 3, 30);
        assertThat(PasswordRules.strictest(List.of(a, b, c))).isEqualTo(new PasswordRules(12, 5, 30));
        assertThat(PasswordRules.strictest(List.of(c, b, a))).isEqualTo(new PasswordRules(12, 5, 30));
        assertThat(PasswordRules.strictest(List.of())).isEqualTo(PasswordRules.USUAL);
    }

    @Test
    void refusesRulesThatMakeNoSense() {
        for (PasswordRules wrong : List.of(
                new PasswordRules(7, 0, null),
                new PasswordRules(17, 0, null),
                new PasswordRules(8, -1, null),
                new PasswordRules(8, 11, null),
                new PasswordRules(8, 0, 6),
                new PasswordRules(8, 0, 731))) {
            assertThat(wrong.check(new Checks()).issues())
                    .describedAs(wrong.toString())
                    .hasSize(1);
        }
        assertThat(new PasswordRules(16, 10, 7).check(new Checks()).issues()).isEmpty();
    }
}
