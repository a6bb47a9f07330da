package io.zhike.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.Language;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written, and whatever a name server says, nothing leads inside. */
class AddressGuardTest {

    private static AddressGuard guard(AddressGuard.Names names, String... allow) {
        return new AddressGuard(new OutsideSettings(List.of(allow)), names);
    }

    /** Answers with what a name server would, whatever it is asked. */
    private static AddressGuard.Names leading(String... to) {
        return _ -> Arrays.stream(to).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    private static final List<String> INSIDE = List.of(
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "10.255.255.255",
            "100.64.0.1",
            "100.100.100.200",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.0.1",
            "192.168.255.255",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "168.63.129.16",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:169.254.169.254",
            "::ffff:a00:1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b::a9fe:a9fe",
            "100::1",
            "2001::1",
            "2001:0:53aa:64c::1",
            "2001:10::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "2002:a9fe:a9fe::1",
            "3fff::1",
            "5f00::1",
            "fc00::1",
            "fd00:ec2::254",
            "fdff:ffff::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "ff0e::1");

    private static final List<String> OPEN = List.of(
            "1.1.1.1",
            "8.8.8.8",
            "9.255.255.255",
            "11.0.0.1",
            "100.63.255.255",
            "100.128.0.1",
            "126.255.255.255",
            "128.0.0.1",
            "169.253.255.255",
            "169.255.0.1",
            "172.15.255.255",
            "172.32.0.1",
            "192.167.255.255",
            "192.169.0.1",
            "198.17.255.255",
            "198.20.0.1",
            "223.255.255.254",
            "2606:4700::1111",
            "2a00:1450::1",
            "240e::1");

    @Test
    void aNameThatLeadsInsideIsRefused() {
        for (String address : INSIDE) {
            assertThatThrownBy(() -> guard(leading(address)).resolve("hook.example.com"))
                    .as(address)
                    .isInstanceOf(AddressGuard.Refused.class);
        }
    }

    @Test
    void aNameThatLeadsToTheOpenInternetIsNot() throws UnknownHostException {
        for (String address : OPEN) {
            assertThat(guard(leading(address)).resolve("hook.example.com"))
                    .as(address)
                    .hasSize(1);
        }
    }

    @Test
    void oneAddressInsideAmongOthersIsEnough() {
        assertThatThrownBy(() -> guard(leading("8.8.8.8", "10.0.0.7")).resolve("two.example.com"))
                .isInstanceOf(AddressGuard.Refused.class);
    }

    /** As Java reads them where somebody wrote them into an address: decimal, hexadecimal, octal, short and mapped ones. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.1",
                "0x7f.1",
                "017700000001",
                "0177.0.0.1",
                "127.1",
                "127.0.1",
                "10.1",
                "3232235521",
                "2852039166",
                "0",
                "localhost",
                "::ffff:7f00:1",
                "[::ffff:127.0.0.1]",
                "[::1]",
                "127.0.0.1.",
                "0:0:0:0:0:ffff:10.0.0.1"
            })
    void odderWaysToWriteAnAddressInsideLeadNowhere(String host) {
        assertThatThrownBy(() -> {
                    InetAddress[] found = guard(InetAddress::getAllByName).resolve(host);
                    // What Java reads as another, open address is that address also to whoever connects.
                    assertThat(found).allMatch(OpenAddresses::holds);
                    throw new AddressGuard.Refused(OutsideMessage.NO_SUCH_HOST.with(host));
                })
                .isInstanceOfAny(UnknownHostException.class, IllegalArgumentException.class);
    }

    @Test
    void everyAddressIsOpenOrInsideWhereverItStandsInItsRange() {
        Random random = new Random(20261123);
        for (int i = 0; i < 20_000; i++) {
            byte[] four = new byte[4];
            random.nextBytes(four);
            boolean inside = inside(four);
            assertThat(OpenAddresses.holds(address(four)))
                    .as(Arrays.toString(four))
                    .isEqualTo(!inside);
            byte[] mapped = new byte[16];
            mapped[10] = -1;
            mapped[11] = -1;
            System.arraycopy(four, 0, mapped, 12, 4);
            assertThat(OpenAddresses.holds(address(mapped))).isEqualTo(!inside);
            byte[] six = new byte[16];
            random.nextBytes(six);
            if ((six[0] & 0xe0) != 0x20) {
                assertThat(OpenAddresses.holds(address(six)))
                        .as(Arrays.toString(six))
                        .isFalse();
            }
        }
    }

    /** The same by bits, written another way than the table. */
    private static boolean inside(byte[] bytes) {
        int a = bytes[0] & 0xff;
        int b = bytes[1] & 0xff;
        int c = bytes[2] & 0xff;
        InetAddress address = address(bytes);
        return a == 0
                || a >= 224
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || (a == 100 && b >= 64 && b < 128)
                || (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 192 && b == 88 && c == 99)
                || (a == 198 && (b == 18 || b == 19))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113)
                || (a == 168 && b == 63 && c == 129 && (bytes[3] & 0xff) == 16);
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatTheOperatorNamesMayBeCalledAndNothingBesides() throws UnknownHostException {
        AddressGuard guard = guard(leading("10.1.2.3"), "erp.corp.example", "*.apps.example", "10.9.0.0/16", " ");
        assertThat(guard.resolve("erp.corp.example")).hasSize(1);
        assertThat(guard.resolve("ERP.corp.example")).hasSize(1);
        assertThat(guard.resolve("one.apps.example")).hasSize(1);
        for (String other : List.of("apps.example", "evilapps.example", "corp.example", "x.erp.corp.example")) {
            assertThatThrownBy(() -> guard.resolve(other)).as(other).isInstanceOf(AddressGuard.Refused.class);
        }
        assertThat(guard(leading("10.9.3.3"), "10.9.0.0/16").resolve("any.example"))
                .hasSize(1);
        assertThatThrownBy(() -> guard(leading("10.8.3.3"), "10.9.0.0/16").resolve("any.example"))
                .isInstanceOf(AddressGuard.Refused.class);
    }

    @Test
    void theNameServerIsAskedOnceForEachCall() throws UnknownHostException {
        Deque<String> answers = new ArrayDeque<>(List.of("8.8.8.8", "127.0.0.1"));
        AddressGuard guard = guard(_ -> new InetAddress[] {InetAddress.ofLiteral(answers.removeFirst())});
        assertThat(guard.resolve("rebind.example")[0].getHostAddress()).isEqualTo("8.8.8.8");
        assertThat(answers).hasSize(1);
    }

    @Test
    void anAddressWrittenOutIsRefusedBeforeAnythingIsAsked() {
        AddressGuard guard = guard(host -> {
            throw new AssertionError(host);
        });
        assertThat(guard.refusedLiteral("169.254.169.254").orElseThrow().in(Language.EN))
                .contains("169.254.169.254")
                .contains("ZHIKE_OUTSIDE_ALLOW");
        assertThat(guard.refusedLiteral("8.8.8.8")).isEmpty();
        assertThat(guard.refusedLiteral("erp.example.com")).isEmpty();
    }
}
