package io.zhike.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When something goes out. */
class QuietTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void hoursMayGoOverMidnight() {
        Quiet night = new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0));
        assertThat(night.covers(LocalTime.of(22, 0))).isTrue();
        assertThat(night.covers(LocalTime.of(3, 0))).isTrue();
        assertThat(night.covers(LocalTime.of(7, 0))).isFalse();
        assertThat(night.covers(LocalTime.of(21, 59))).isFalse();
        Quiet noon = new Quiet(LocalTime.of(12, 0), LocalTime.of(14, 0));
        assertThat(noon.covers(LocalTime.of(13, 0))).isTrue();
        assertThat(noon.covers(LocalTime.of(14, 0))).isFalse();
        assertThatThrownBy(() -> new Quiet(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anHourThatIsNotThereInSpringEndsWithTheHourAfterIt() {
        Quiet quiet = new Quiet(LocalTime.of(0, 0), LocalTime.of(2, 30));
        // On 2031-03-30 the clocks of Berlin go from 02:00 to 03:00.
        Instant after = quiet.after(Instant.parse("2031-03-30T00:30:00Z"), BERLIN);
        assertThat(after).isEqualTo(Instant.parse("2031-03-30T01:30:00Z"));
    }

    @Test
    void whatIsKeptBackGoesOutLaterThanADayNeverAndOutsideTheHours() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            LocalTime from = LocalTime.ofSecondOfDay(random.nextInt(1_440) * 60L);
            LocalTime to = from.plusMinutes(1 + random.nextInt(1_438));
            Quiet quiet = new Quiet(from, to);
            Instant wanted = Instant.parse("2031-01-01T00:00:00Z").plusSeconds(random.nextInt(86_400 * 300));
            Instant after = quiet.after(wanted, SHANGHAI);
            assertThat(quiet.covers(after.atZone(SHANGHAI).toLocalTime())).isFalse();
            assertThat(after).isBetween(wanted, wanted.plusSeconds(86_400));
        }
    }

    @Test
    void aDigestThatFallsIntoQuietHoursComesWhenTheyEnd() {
        Preferences preferences = new Preferences(
                Map.of(), Optional.of(new Quiet(LocalTime.of(20, 0), LocalTime.of(9, 0))), LocalTime.of(8, 30), null);
        assertThat(preferences.due(Mode.DIGEST, Instant.parse("2031-03-03T04:00:00Z"), SHANGHAI))
                .isEqualTo(Instant.parse("2031-03-04T01:00:00Z"));
        assertThat(preferences.due(Mode.AT_ONCE, Instant.parse("2031-03-03T04:00:00Z"), SHANGHAI))
                .isEqualTo(Instant.parse("2031-03-03T04:00:00Z"));
    }
}
