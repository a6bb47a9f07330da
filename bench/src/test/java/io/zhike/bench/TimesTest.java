package io.zhike.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void percentilesAreTimesThatWereReallyMeasured() {
        Times times = new Times();
        for (int i = 100; i >= 1; i--) {
            times.add(i);
        }
        assertThat(times.percentile(50)).isEqualTo(50);
        assertThat(times.percentile(95)).isEqualTo(95);
        assertThat(times.percentile(100)).isEqualTo(100);
        assertThat(times.percentile(0)).isEqualTo(1);
        assertThat(times).hasToString("p50 50.0 p95 95.0 ms of 100");
    }

    @Test
    void oneTimeIsEveryPercentile() {
        Times times = new Times();
        times.add(7);
        assertThat(times.percentile(1)).isEqualTo(7);
        assertThat(times.percentile(95)).isEqualTo(7);
    }

    @Test
    void measuresWhatItRuns() throws Exception {
        Times times = new Times();
        times.of(() -> {});
        assertThat(times.count()).isEqualTo(1);
        assertThat(times.percentile(50)).isNotNegative();
    }

    @Test
    void keepsNoTimeOfWhatFails() {
        Times times = new Times();
        assertThatThrownBy(() -> times.of(() -> {
                    throw new java.io.IOException("refused");
                }))
                .hasMessage("refused");
        assertThat(times.count()).isZero();
        assertThatThrownBy(() -> times.percentile(95)).hasMessageContaining("nothing was measured");
    }
}
