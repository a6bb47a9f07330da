package io.zhike.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheetErrorTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @EnumSource
    void saysTheSameInBothLanguages(SheetError error) {
        assertThat(error.zh()).isNotBlank().matches(".*[\\u4e00-\\u9fff].*");
        assertThat(error.en()).isNotBlank().matches("[\\x20-\\x7e]*");
        assertThat(arguments(error.zh())).isEqualTo(arguments(error.en()));
    }

    private static TreeSet<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(it -> it.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
