package io.zhike.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SealingTest {
    private static final String PLACE = "second_factor.secret/1";

    private final KeyRing.Key key = KeyRing.parse(KeyRing.newLine(), "test").current();
    private final KeyRing.Key other = KeyRing.parse(KeyRing.newLine(), "test").current();

    @Test
    void opensWhatItSealed() {
        Random random = new Random(7);
        for (int length = 0; length < 300; length += 7) {
            String plain = random.ints(length, 0x20, 0x9fff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(Sealing.open(key, PLACE, Sealing.seal(key, PLACE, plain)))
                    .hasValue(plain);
        }
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        Set<String> sealed = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            sealed.add(Sealing.seal(key, PLACE, "the same"));
        }
        assertThat(sealed).hasSize(1_000);
        assertThat(String.join("", sealed)).doesNotContain("the same");
    }

    @Test
    void opensNothingThatWasMovedToAnotherPlace() {
        String sealed = Sealing.seal(key, PLACE, "secret");
        assertThat(Sealing.open(key, "second_factor.secret/2", sealed)).isEmpty();
        assertThat(Sealing.open(key, "", sealed)).isEmpty();
    }

    @Test
    void opensNothingThatWasChangedAtAnyPlace() {
        String sealed = Sealing.seal(key, PLACE, "secret");
        int begin = Sealing.beginning(key.id()).length();
        for (int i = begin; i < sealed.length(); i++) {
            char changed = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String forged = sealed.substring(0, i) + changed + sealed.substring(i + 1);
            // The last sign of Base64 has bits that no byte holds: a change there may change nothing.
            if (i < sealed.length() - 1) {
                assertThat(Sealing.open(key, PLACE, forged))
                        .describedAs("at %d", i)
                        .isEmpty();
            }
        }
        assertThat(Sealing.open(key, PLACE, sealed.substring(0, begin))).isEmpty();
        assertThat(Sealing.open(key, PLACE, sealed.substring(0, begin + 8))).isEmpty();
        assertThat(Sealing.open(key, PLACE, sealed.substring(0, begin) + "**")).isEmpty();
    }

    @Test
    void opensNothingWithAnotherKey() {
        String sealed = Sealing.seal(key, PLACE, "secret");
        assertThat(Sealing.open(other, PLACE, sealed.replace(key.id(), other.id())))
                .isEmpty();
    }

    @Test
    void tellsWhichKeySealed() {
        assertThat(Sealing.keyOf(Sealing.seal(key, PLACE, "x"))).hasValue(key.id());
        assertThat(Sealing.keyOf("plain text")).isEmpty();
        assertThat(Sealing.keyOf("s2.a.b")).isEmpty();
        assertThat(Sealing.keyOf("s1.a.b.c")).isEmpty();
    }

    @Test
    void aKeyIsNeverPrinted() {
        String line = KeyRing.newLine();
        KeyRing ring = KeyRing.parse(line, "test");
        assertThat(ring.toString()).contains(ring.current().id()).doesNotContain(line);
    }
}
