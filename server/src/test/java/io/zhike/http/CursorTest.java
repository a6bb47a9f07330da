package io.zhike.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comesBackAsItWentOut() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            List<String> keys = new ArrayList<>();
            for (int k = random.nextInt(4); k >= 0; k--) {
                int[] points = random.ints(random.nextInt(8), 1, 0xD7FF).toArray();
                keys.add(random.nextInt(5) == 0 ? null : new String(points, 0, points.length));
            }
            Cursor cursor = new Cursor("name,-created_at", keys);
            String token = cursor.token();
            assertThat(token).matches("[A-Za-z0-9_-]+");
            assertThat(Cursor.parse(token, "name,-created_at", keys.size())).isEqualTo(cursor);
        }
    }

    @Test
    void isRefusedForAnotherOrderOrAnotherNumberOfKeys() {
        String token = new Cursor("name", Arrays.asList("张三", null)).token();
        refused(token, "-name", 2);
        refused(token, "name", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "张三", "bm90IGpzb24", "e30", "WzEs", "bnVsbA"})
    void isRefusedWhenMalformed(String token) {
        refused(token, "name", 1);
    }

    @Test
    void isRefusedWhenTooLong() {
        refused(Base64.getUrlEncoder().encodeToString(new byte[20_000]), "name", 1);
    }

    @Test
    void refusesAKeyThatIsNoId() {
        assertThatThrownBy(() -> Cursor.uuid("17")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Cursor.uuid(null)).isInstanceOf(ProblemException.class);
    }

    private static void refused(String token, String order, int size) {
        assertThatThrownBy(() -> Cursor.parse(token, order, size))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.message().code()).isEqualTo(HttpError.CURSOR_INVALID));
    }
}
