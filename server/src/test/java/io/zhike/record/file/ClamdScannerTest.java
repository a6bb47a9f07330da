package io.zhike.record.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.record.file.FileScanner.Verdict;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clamd says becomes a verdict; what hinders it, too. */
class ClamdScannerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static FileScanner.Content content(byte[]... parts) {
        return out -> {
            for (byte[] part : parts) {
                out.write(part);
            }
        };
    }

    private static Verdict scan(String address, Duration patience, byte[]... parts) {
        return new ClamdScanner(ClamdAddress.of(address), patience).scan(content(parts));
    }

    @Test
    void whatHoldsNothingIsClean() {
        byte[] noise = new byte[3 << 20];
        new Random(7).nextBytes(noise);
        try (Clamd clamd = new Clamd()) {
            assertThat(scan(clamd.address(), PATIENCE, noise, "end".getBytes(StandardCharsets.US_ASCII), new byte[0]))
                    .isEqualTo(new Verdict.Clean());
        }
    }

    @Test
    void malwareIsFoundByItsNameAlsoAcrossParts() {
        byte[] half = new byte[Clamd.EICAR.length / 2];
        System.arraycopy(Clamd.EICAR, 0, half, 0, half.length);
        byte[] rest = new byte[Clamd.EICAR.length - half.length];
        System.arraycopy(Clamd.EICAR, half.length, rest, 0, rest.length);
        try (Clamd clamd = new Clamd()) {
            assertThat(scan(clamd.address(), PATIENCE, half, rest))
                    .isEqualTo(new Verdict.Infected("Eicar-Test-Signature"));
        }
    }

    @Test
    void whatIsTooLargeForItIsNotTakenForClean() {
        try (Clamd clamd = new Clamd().upTo(1000)) {
            assertThat(scan(clamd.address(), PATIENCE, new byte[800], new byte[800]))
                    .isInstanceOfSatisfying(
                            Verdict.Unknown.class,
                            unknown -> assertThat(unknown.why()).contains("size limit"));
        }
    }

    @Test
    void aSilentOneIsGivenUpAfterTheTime() {
        try (Clamd clamd = new Clamd().silent()) {
            assertThat(scan(clamd.address(), Duration.ofMillis(300), new byte[10]))
                    .isInstanceOfSatisfying(
                            Verdict.Unknown.class,
                            unknown -> assertThat(unknown.why()).contains("not moved"));
        }
    }

    @Test
    void oneThatIsNotThereIsAVerdictAndNoException() {
        String gone;
        try (Clamd clamd = new Clamd()) {
            gone = clamd.address();
        }
        assertThat(scan(gone, PATIENCE, new byte[10])).isInstanceOf(Verdict.Unknown.class);
        assertThat(scan("no-such-host.invalid:3310", PATIENCE, new byte[10])).isInstanceOf(Verdict.Unknown.class);
        assertThat(scan("unix:/no/such/socket", PATIENCE, new byte[10])).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aContentThatBreaksOffIsNotTakenForClean() {
        try (Clamd clamd = new Clamd()) {
            Verdict verdict = new ClamdScanner(ClamdAddress.of(clamd.address()), PATIENCE).scan(out -> {
                out.write(new byte[10]);
                throw new IOException("the database is gone");
            });
            assertThat(verdict).isInstanceOf(Verdict.Unknown.class);
        }
    }

    @Test
    void aSocketOfTheFileSystemServesAsWell(@TempDir Path folder) throws IOException {
        Path socket = folder.resolve("clamd.sock");
        try (ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listening.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofVirtual().start(() -> {
                try (SocketChannel caller = listening.accept()) {
                    DataInputStream in = new DataInputStream(Channels.newInputStream(caller));
                    in.readNBytes(10);
                    while (in.readInt() > 0) {
                        in.readNBytes(4);
                    }
                    caller.write(ByteBuffer.wrap("stream: OK\0".getBytes(StandardCharsets.US_ASCII)));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertThat(scan("unix:" + socket, PATIENCE, new byte[] {1, 2, 3, 4}))
                    .isEqualTo(new Verdict.Clean());
        }
    }

    @Test
    void onlyOkIsClean() {
        assertThat(ClamdScanner.verdict("stream: OK")).isEqualTo(new Verdict.Clean());
        for (String other : new String[] {"", "OK?", "UNKNOWN COMMAND", "stream: Can't allocate memory ERROR"}) {
            assertThat(ClamdScanner.verdict(other)).as(other).isInstanceOf(Verdict.Unknown.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamd", ":3310", "host:", "host:0", "host:70000", "host:port"})
    void refusesAnAddressThatIsNone(String address) {
        assertThatThrownBy(() -> ClamdAddress.of(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(address);
    }

    @Test
    void readsAddressesOfEachKind() {
        assertThat(ClamdAddress.of("clam.local:3310")).isEqualTo(new ClamdAddress.Tcp("clam.local", 3310));
        assertThat(ClamdAddress.of("[::1]:3310")).isEqualTo(new ClamdAddress.Tcp("::1", 3310));
        assertThat(ClamdAddress.of(" unix:/run/clamd.ctl "))
                .isEqualTo(new ClamdAddress.Unix(Path.of("/run/clamd.ctl")));
    }
}
