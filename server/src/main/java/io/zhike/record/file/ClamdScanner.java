package io.zhike.record.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Asks a clamd (ClamAV) by its command INSTREAM: pieces with their length before them, a length of zero at the end, and an
 * answer such as {@code stream: OK}.
 */
final class ClamdScanner implements FileScanner {
    private static final byte[] BEGIN = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_ANSWER = 4_096;
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final String FOUND = " FOUND";

    private final ClamdAddress address;
    private final Duration timeout;

    /** @param timeout how long the other side may neither take nor say anything */
    ClamdScanner(ClamdAddress address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
    }

    /** One conversation. Channels to a Unix socket have no timeouts, so a thread talks and another one looks at the clock. */
    private final class Talk {
        private final AtomicLong lastMove = new AtomicLong(System.nanoTime());
        private volatile @Nullable SocketChannel channel;

        String hold(Content content) throws IOException {
            try (SocketChannel open = address.connect()) {
                channel = open;
                moved();
                return ask(open, content);
            }
        }

        private String ask(SocketChannel open, Content content) throws IOException {
            try {
                write(open, ByteBuffer.wrap(BEGIN));
                content.writeTo(new Pieces(open));
                write(open, ByteBuffer.allocate(Integer.BYTES));
            } catch (IOException e) {
                // Where it wants no more, it says why before it closes.
                String said = answer(open);
                if (said.isEmpty()) {
                    throw e;
                }
                return said;
            }
            return answer(open);
        }

        private void moved() {
            lastMove.set(System.nanoTime());
        }

        boolean isStuck() {
            return System.nanoTime() - lastMove.get() > timeout.toNanos();
        }

        void hangUp() throws IOException {
            SocketChannel open = channel;
            if (open != null) {
                open.close();
            }
        }

        private void write(SocketChannel open, ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                open.write(bytes);
                moved();
            }
        }

        private String answer(SocketChannel open) throws IOException {
            ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
            while (answer.hasRemaining() && open.read(answer) >= 0) {
                moved();
                if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
                    break;
                }
            }
            return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
        }

        private final class Pieces extends OutputStream {
            private final SocketChannel open;

            Pieces(SocketChannel open) {
                this.open = open;
            }

            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (length > 0) {
                    Talk.this.write(open, ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
                    Talk.this.write(open, ByteBuffer.wrap(bytes, from, length));
                }
            }
        }
    }

    @Override
    public Verdict scan(Content content) {
        Talk talk = new Talk();
        FutureTask<String> answer = new FutureTask<>(() -> talk.hold(content));
        Thread.ofVirtual().name("clamd").start(answer);
        try {
            while (true) {
                try {
                    return verdict(answer.get(LOOK.toMillis(), TimeUnit.MILLISECONDS));
                } catch (TimeoutException e) {
                    if (talk.isStuck()) {
                        talk.hangUp();
                        answer.cancel(true);
                        return new Verdict.Unknown("clamd has not moved for " + timeout);
                    }
                }
            }
        } catch (ExecutionException e) {
            return new Verdict.Unknown("clamd: " + e.getCause());
        } catch (IOException e) {
            return new Verdict.Unknown("clamd: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Verdict.Unknown("the node shuts down");
        }
    }

    /** {@code stream: OK}, {@code stream: Eicar-Test-Signature FOUND}, or an error such as a size over its limit. */
    static Verdict verdict(String answer) {
        String said = answer.replaceFirst("^stream: ", "");
        if (said.equals("OK")) {
            return new Verdict.Clean();
        }
        return said.endsWith(FOUND)
                ? new Verdict.Infected(said.substring(0, said.length() - FOUND.length()))
                : new Verdict.Unknown(said.isEmpty() ? "clamd hung up" : "clamd said: " + said);
    }
}
