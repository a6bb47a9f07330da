package io.zhike.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RobotTaskTest {
    private static final byte[] KEY = "a key of the form".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

    /** What a browser does. */
    static String solve(String task) {
        for (long answer = 0; ; answer++) {
            if (zeroBits(task + ":" + answer) >= RobotTask.BITS) {
                return Long.toString(answer);
            }
        }
    }

    private static int zeroBits(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new java.math.BigInteger(1, hash).bitLength() == 0
                    ? 256
                    : 256 - new java.math.BigInteger(1, hash).bitLength();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean solved(String code, byte[] key, String text, String answer, Instant now) {
        return RobotTask.solved(key, code, text, answer, now).isPresent();
    }

    @Test
    void aSolutionCountsForItsFormKeyAndTime() {
        RobotTask task = RobotTask.set(KEY, "signup", NOW);
        String answer = solve(task.text());
        assertThat(RobotTask.solved(KEY, "signup", task.text(), answer, NOW)).contains(task);
        assertThat(solved("other", KEY, task.text(), answer, NOW)).isFalse();
        assertThat(solved("signup", new byte[] {1}, task.text(), answer, NOW)).isFalse();
        assertThat(solved("signup", KEY, task.text(), answer, NOW.plus(RobotTask.LIFE)))
                .isFalse();
        assertThat(solved(
                        "signup",
                        KEY,
                        task.text(),
                        answer,
                        NOW.plus(RobotTask.LIFE).minusSeconds(1)))
                .isTrue();
    }

    @Test
    void anAnswerThatSolvesNothingDoesNotCount() {
        RobotTask task = RobotTask.set(KEY, "signup", NOW);
        long wrong = 0;
        while (zeroBits(task.text() + ":" + wrong) >= RobotTask.BITS) {
            wrong++;
        }
        assertThat(solved("signup", KEY, task.text(), Long.toString(wrong), NOW))
                .isFalse();
        assertThat(solved("signup", KEY, "", "", NOW)).isFalse();
        assertThat(solved("signup", KEY, "a.b.c", "0", NOW)).isFalse();
        assertThat(solved("signup", KEY, "!!.??", "0", NOW)).isFalse();
        assertThat(solved("signup", KEY, task.text(), "0".repeat(1000), NOW)).isFalse();
    }

    @Test
    void noTwoTasksAreTheSame() {
        assertThat(RobotTask.set(KEY, "signup", NOW).text())
                .isNotEqualTo(RobotTask.set(KEY, "signup", NOW).text());
    }
}
