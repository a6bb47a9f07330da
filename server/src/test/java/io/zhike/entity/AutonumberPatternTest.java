package io.zhike.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutonumberPatternTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @ParameterizedTest
    @CsvSource({
        "HT-{yyyy}{MM}-{0000}, 42, HT-202611-0042, 2026-11",
        "{0000}, 12345, 12345, ''",
        "{yy}/{0}, 7, 26/7, 2026",
        "{yyyy}{MM}{dd}{000}, 1, 20261102001, 2026-11-02",
        "100%-{00}, 3, 100%-03, ''"
    })
    void rendersAndCountsByTheSmallestPeriodItShows(String text, long count, String rendered, String key) {
        AutonumberPattern pattern = AutonumberPattern.of(text);

        assertThat(pattern.render(DAY, count)).isEqualTo(rendered);
        assertThat(pattern.counterKey(DAY)).isEqualTo(key);
    }

    @Test
    void countsByAnotherPeriodWhenAsked() {
        assertThat(new AutonumberPattern("{yyyy}{MM}-{000}", AutonumberPattern.Reset.YEAR).counterKey(DAY))
                .isEqualTo("2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HT", "{yyyy}", "{0}{0}", "{x}{0}", "{0", "0}", "{{0}}", "{0000000000000}"})
    void refusesWhatIsNoPattern(String text) {
        assertThat(AutonumberPattern.fault(text)).isPresent();
        assertThatThrownBy(() -> AutonumberPattern.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
