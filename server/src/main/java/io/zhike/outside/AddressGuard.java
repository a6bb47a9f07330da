package io.zhike.outside;

import io.zhike.message.Message;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Says to which addresses a name leads, once, and refuses it where any of them is inside. Whoever connects does so to what was
 * answered here, so that a name that leads elsewhere a moment later leads nowhere.
 */
final class AddressGuard {
    private final OutsideSettings.Allowed allowed;
    private final Names names;

    AddressGuard(OutsideSettings settings, Names names) {
        this.allowed = settings.allowed();
        this.names = names;
    }

    /** Asks where a name leads. Literals lead to what they say, in whatever way they are written. */
    @FunctionalInterface
    interface Names {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** That a name leads inside. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1;
        private final transient Message why;

        Refused(Message why) {
            super("refused");
            this.why = why;
        }

        Message why() {
            return why;
        }
    }

    /**
     * @throws Refused where it leads inside
     * @throws UnknownHostException where it leads nowhere
     */
    InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.resolve(host);
        for (InetAddress address : found) {
            if (!mayBeCalled(host, address)) {
                throw new Refused(OutsideMessage.INSIDE.with(host, address.getHostAddress()));
            }
        }
        return found;
    }

    private boolean mayBeCalled(String host, InetAddress address) {
        return allowed.named(host)
                || allowed.ranges().stream().anyMatch(range -> range.holds(address))
                || (OpenAddresses.holds(address) && !isOurs(address));
    }

    /** Whether it is one of this machine's own, behind which services may trust whoever is on it. */
    private static boolean isOurs(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }

    /** Why a host that is written as an address may not be called; empty for all others, which only a name server knows. */
    Optional<Message> refusedLiteral(String host) {
        try {
            InetAddress literal = InetAddress.ofLiteral(host);
            return mayBeCalled(host, literal)
                    ? Optional.empty()
                    : Optional.of(OutsideMessage.INSIDE.with(host, literal.getHostAddress()));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }
}
