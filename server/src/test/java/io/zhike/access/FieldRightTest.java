package io.zhike.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.access.FieldRight.Change;
import io.zhike.access.FieldRight.See;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two axes: the most of each over roles, the least of each under a cap. */
class FieldRightTest {
    private static final FieldRight MASKED = new FieldRight(See.MASKED, Change.WRITE);
    private static final FieldRight FILLED = new FieldRight(See.READ, Change.FILL);

    private static List<FieldRight> all() {
        return Arrays.stream(See.values())
                .flatMap(see -> Arrays.stream(Change.values()).map(change -> new FieldRight(see, change)))
                .toList();
    }

    @Test
    void severalRolesGiveTheMostOfEach() {
        assertThat(MASKED.or(FILLED)).isEqualTo(FieldRight.WRITE);
        assertThat(FieldRight.NONE.or(MASKED)).isEqualTo(MASKED);
    }

    @Test
    void aCapLeavesTheLeastOfEach() {
        assertThat(MASKED.within(FILLED)).isEqualTo(new FieldRight(See.MASKED, Change.FILL));
        assertThat(FieldRight.WRITE.within(FieldRight.NONE)).isEqualTo(FieldRight.NONE);
    }

    @Test
    void neitherDependsOnTheOrder() {
        for (FieldRight one : all()) {
            for (FieldRight other : all()) {
                assertThat(one.or(other)).isEqualTo(other.or(one));
                assertThat(one.within(other)).isEqualTo(other.within(one));
                assertThat(one.within(other).or(one)).isEqualTo(one);
            }
        }
    }

    @Test
    void wordsAreKeptAsTheyWere() {
        assertThat(FieldRight.Word.of("none").orElseThrow().right()).isEqualTo(FieldRight.NONE);
        assertThat(FieldRight.Word.of("read").orElseThrow().right()).isEqualTo(FieldRight.READ);
        assertThat(FieldRight.Word.of("write").orElseThrow().right()).isEqualTo(FieldRight.WRITE);
        assertThat(FieldRight.Word.of("masked")).isEmpty();
    }
}
