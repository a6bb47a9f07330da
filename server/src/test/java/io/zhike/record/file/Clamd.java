package io.zhike.record.file;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A clamd that speaks the real protocol of INSTREAM and knows one piece of malware, the one that is made for tests. */
final class Clamd implements AutoCloseable {
    /** What every scanner takes for malware, by agreement; written so that none takes this file for it. */
    static final byte[] EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    private static final String BEGIN = "zINSTREAM\0";

    private final ServerSocket listening;
    private volatile boolean silent;
    private volatile long limit = Long.MAX_VALUE;

    Clamd() {
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** Takes everything and says nothing. */
    Clamd silent() {
        silent = true;
        return this;
    }

    /** Takes no more than so many bytes. */
    Clamd upTo(long bytes) {
        limit = bytes;
        return this;
    }

    String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                Socket caller = listening.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            DataInputStream in = new DataInputStream(caller.getInputStream());
            if (!new String(in.readNBytes(BEGIN.length()), StandardCharsets.US_ASCII).equals(BEGIN)) {
                say(caller, "UNKNOWN COMMAND");
                return;
            }
            Optional<byte[]> content = content(in);
            if (content.isEmpty()) {
                say(caller, "INSTREAM size limit exceeded. ERROR");
            } else if (silent) {
                in.read();
            } else {
                String text = new String(content.get(), StandardCharsets.ISO_8859_1);
                boolean bad = text.contains(new String(EICAR, StandardCharsets.ISO_8859_1));
                say(caller, bad ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
            }
        } catch (IOException e) {
            // The other side hung up, which is its right.
        }
    }

    /** Empty where there is more than it takes. */
    private Optional<byte[]> content(DataInputStream in) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            content.writeBytes(in.readNBytes(length));
            if (content.size() > limit) {
                return Optional.empty();
            }
        }
        return Optional.of(content.toByteArray());
    }

    private static void say(Socket caller, String what) throws IOException {
        OutputStream out = caller.getOutputStream();
        out.write((what + "\0").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
