package io.zhike.record.file;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Where clamd listens: a host and a port, or a socket of the file system. */
sealed interface ClamdAddress {

    record Tcp(String host, int port) implements ClamdAddress {}

    record Unix(Path socket) implements ClamdAddress {}

    private static ClamdAddress tcp(String text) {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException(
                    "zhike.scan.clamd must be host:port or unix:/path/of/the/socket, not '" + text + "'");
        }
        String host = text.substring(0, colon).replaceAll("^\\[|]$", "");
        return new Tcp(host, Integer.parseInt(port));
    }

    /** @throws IllegalArgumentException where it is neither {@code host:port} nor {@code unix:/path} */
    static ClamdAddress of(String text) {
        String bare = text.strip();
        return bare.startsWith("unix:") ? new Unix(Path.of(bare.substring("unix:".length()))) : tcp(bare);
    }

    /** A channel to it, connected; the caller closes it. */
    default SocketChannel connect() throws IOException {
        SocketAddress to = switch (this) {
            case Tcp tcp -> new InetSocketAddress(tcp.host(), tcp.port());
            case Unix unix -> UnixDomainSocketAddress.of(unix.socket());
        };
        SocketChannel channel = switch (this) {
            case Tcp _ -> SocketChannel.open();
            case Unix _ -> SocketChannel.open(StandardProtocolFamily.UNIX);
        };
        try {
            channel.connect(to);
            return channel;
        } catch (IOException | java.nio.channels.UnresolvedAddressException e) {
            channel.close();
            throw new IOException("cannot connect to " + to, e);
        }
    }
}
