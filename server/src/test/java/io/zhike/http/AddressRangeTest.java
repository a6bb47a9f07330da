package io.zhike.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.7, true",
        "203.0.113.0/24, 203.0.114.0, false",
        "203.0.113.128/25, 203.0.113.127, false",
        "203.0.113.128/25, 203.0.113.128, true",
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "10.0.0.0/9, 10.127.255.255, true",
        "10.0.0.0/9, 10.128.0.0, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 8.8.8.8, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "2001:db8::8000/113, 2001:db8::7fff, false",
        "fe80::/10, fe80::1%eth0, true",
        "203.0.113.0/24, ::ffff:203.0.113.7, true",
        "203.0.113.0/24, not an address, false",
        "203.0.113.0/24, '', false"
    })
    void holdsWhatBeginsWithTheSameBits(String range, String address, boolean held) {
        assertThat(AddressRange.of(range).holds(address)).isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "office",
                "example.com",
                "203.0.113",
                "203.0.113.0/33",
                "203.0.113.0/-1",
                "203.0.113.0/",
                "2001:db8::/129",
                "203.0.113.0/24/8",
                "300.1.1.1",
                "203.0.113.0 - 203.0.113.9",
                "1"
            })
    void refusesWhatIsNoRangeAndAsksNoNameServer(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77/24, 203.0.113.0/24",
        "' 203.0.113.7/32 ', 203.0.113.7",
        "2001:db8:0:0:0:0:0:1/32, 2001:db8:0:0:0:0:0:0/32",
        "::ffff:10.0.0.1, 10.0.0.1"
    })
    void isWrittenInOneWay(String text, String written) {
        assertThat(AddressRange.of(text)).hasToString(written).isEqualTo(AddressRange.of(written));
    }

    @Test
    void noListAllowsEverything() {
        assertThat(AddressRange.allow(List.of(), "203.0.113.7")).isTrue();
        List<AddressRange> list = List.of(AddressRange.of("10.0.0.0/8"), AddressRange.of("203.0.113.0/24"));
        assertThat(AddressRange.allow(list, "203.0.113.7")).isTrue();
        assertThat(AddressRange.allow(list, "203.0.112.7")).isFalse();
    }
}
