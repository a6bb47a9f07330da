package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, SHA-1; of its eight digits the last six, as a shorter code is the same number cut. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.stepAt(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314", "9, 520489"})
    void makesTheCodesOfCounters(long step, String code) {
        assertThat(Totp.code(SECRET, step)).isEqualTo(code);
    }

    @Test
    void takesAClockThatIsHalfAMinuteAheadOrBehindAndNoMore() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = Totp.stepAt(now);
        for (int off = -4; off <= 4; off++) {
            String code = Totp.code(SECRET, step + off);
            if (Math.abs(off) <= 1) {
                assertThat(Totp.step(SECRET, code, now)).hasValue(step + off);
            } else {
                assertThat(Totp.step(SECRET, code, now)).isEmpty();
            }
        }
        assertThat(Totp.step(SECRET, "", now)).isEmpty();
    }

    /** RFC 4648, chapter 10, without its padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesBase32(String plain, String written) {
        assertThat(Totp.base32(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
    }

    @Test
    void makesAnAddressThatEveryAppReads() {
        assertThat(Totp.address("我的公司 A", "li@例子", SECRET))
                .isEqualTo("otpauth://totp/%E6%88%91%E7%9A%84%E5%85%AC%E5%8F%B8%20A:li%40%E4%BE%8B%E5%AD%90"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E6%88%91%E7%9A%84%E5%85%AC%E5%8F%B8%20A"
                        + "&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void knowsWhatIsNoCode() {
        assertThat(Totp.isCode("012345")).isTrue();
        assertThat(Totp.isCode("12345")).isFalse();
        assertThat(Totp.isCode("1234567")).isFalse();
        assertThat(Totp.isCode("１２３４５６")).isFalse();
        assertThat(Totp.isCode("12345a")).isFalse();
    }

    @Test
    void makesSecretsOf160Bits() {
        assertThat(Totp.newSecret()).hasSize(20).isNotEqualTo(Totp.newSecret());
    }
}
