package io.zhike.outside;

import io.zhike.http.AddressRange;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are the open internet, by the registries of special-purpose addresses of IANA (RFC 6890 and what came after).
 * An address of version 4 inside one of version 6 is one of version 4 to Java already.
 */
final class OpenAddresses {
    /** This machine, networks of one's own, behind carriers, link-local (where clouds keep their metadata), documents, groups. */
    private static final List<AddressRange> CLOSED = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // What Azure answers its machines at, though it looks like any other address.
            "168.63.129.16");

    /** All that is given out to the open internet. */
    private static final AddressRange OPEN_6 = AddressRange.of("2000::/3");

    /** Among it: protocols such as Teredo, documents, and addresses of version 4 in another guise. */
    private static final List<AddressRange> CLOSED_6 = ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private OpenAddresses() {}

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::of).toList();
    }

    static boolean holds(InetAddress address) {
        return address instanceof Inet4Address
                ? none(CLOSED, address)
                : OPEN_6.holds(address) && none(CLOSED_6, address);
    }

    private static boolean none(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().noneMatch(range -> range.holds(address));
    }
}
