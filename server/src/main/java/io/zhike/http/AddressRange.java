package io.zhike.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A network address, or all that begin with the same bits, of version 4 or 6; written as {@code 203.0.113.0/24}. */
public final class AddressRange {
    private static final Pattern FOUR_NUMBERS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private final InetAddress base;
    private final int bits;

    private AddressRange(InetAddress base, int bits) {
        this.base = base;
        this.bits = bits;
    }

    /** @throws IllegalArgumentException where it is none; never asks a name server */
    @JsonCreator
    public static AddressRange of(String text) {
        String bare = text.strip();
        int slash = bare.indexOf('/');
        InetAddress base = address(slash < 0 ? bare : bare.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException("no address: " + text));
        int all = base.getAddress().length * Byte.SIZE;
        int bits = slash < 0 ? all : Integer.parseInt(bare.substring(slash + 1));
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("no range: " + text);
        }
        return new AddressRange(masked(base, bits), bits);
    }

    /** As {@link #of}; empty where it is none. */
    public static Optional<AddressRange> parse(String text) {
        try {
            return Optional.of(of(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Whether one of {@code ranges} holds {@code address}; none at all holds everything. */
    public static boolean allow(Collection<AddressRange> ranges, String address) {
        return ranges.isEmpty() || ranges.stream().anyMatch(range -> range.holds(address));
    }

    /** Whether {@code text} is an address in it; an address of version 4 inside one of version 6 counts as that of version 4. */
    public boolean holds(String text) {
        return address(text)
                .filter(address -> address.getAddress().length == base.getAddress().length)
                .filter(address -> masked(address, bits).equals(base))
                .isPresent();
    }

    /** As {@link #holds(String)}. */
    public boolean holds(InetAddress address) {
        return holds(address.getHostAddress());
    }

    /** A literal alone, without the zone that some systems add. */
    private static Optional<InetAddress> address(String text) {
        String bare = text.replaceFirst("%.*$", "").strip();
        // Java takes 203.0.113 for 203.0.0.113, which nobody means.
        if (!bare.contains(":") && !FOUR_NUMBERS.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException notLiteral) {
            return Optional.empty();
        }
    }

    private static InetAddress masked(InetAddress address, int bits) {
        byte[] bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.clamp(bits - (long) i * Byte.SIZE, 0, Byte.SIZE);
            bytes[i] &= (byte) (0xff << (Byte.SIZE - kept));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("as long as an address is: " + Arrays.toString(bytes), e);
        }
    }

    @JsonValue
    @Override
    public String toString() {
        boolean one = bits == base.getAddress().length * Byte.SIZE;
        return one ? base.getHostAddress() : base.getHostAddress() + "/" + bits;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressRange range && bits == range.bits && base.equals(range.base);
    }

    @Override
    public int hashCode() {
        return Objects.hash(base, bits);
    }
}
