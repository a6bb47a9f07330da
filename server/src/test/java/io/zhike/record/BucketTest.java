package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BucketTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void namesEachBucketAsPeopleDo() {
        assertThat(Bucket.DAY.key(DAY)).isEqualTo("2026-11-22");
        assertThat(Bucket.WEEK.key(LocalDate.of(2026, 11, 16))).isEqualTo("2026-W47");
        assertThat(Bucket.MONTH.key(DAY)).isEqualTo("2026-11");
        assertThat(Bucket.QUARTER.key(DAY)).isEqualTo("2026-Q4");
        assertThat(Bucket.YEAR.key(DAY)).isEqualTo("2026");
    }

    @Test
    void countsTheFirstDaysOfAYearToTheWeekTheyBelongTo() {
        assertThat(Bucket.WEEK.key(LocalDate.of(2026, 12, 28))).isEqualTo("2026-W53");
        assertThat(Bucket.WEEK.key(LocalDate.of(2025, 12, 29))).isEqualTo("2026-W01");
    }
}
