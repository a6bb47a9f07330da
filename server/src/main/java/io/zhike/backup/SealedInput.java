package io.zhike.backup;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;

/**
 * Reads what {@link SealedOutput} wrote. Nothing comes out of it that was not written by who knew the passphrase: the chunk is
 * examined before any of it is handed on.
 */
final class SealedInput extends InputStream {
    private final PushbackInputStream in;
    private final Chunks chunks;
    private byte[] chunk = new byte[0];
    private int at;
    private boolean ended;

    /** That the first chunk does not open; later ones would be damage. */
    static final class WrongPassphrase extends IOException {
        private static final long serialVersionUID = 1;

        WrongPassphrase() {
            super("the passphrase does not fit");
        }
    }

    private SealedInput(PushbackInputStream in, Chunks chunks) {
        this.in = in;
        this.chunks = chunks;
    }

    /** Reads the head, which begins with the magic, and the first chunk. */
    static SealedInput begin(InputStream in, Passphrase passphrase) throws IOException {
        DataInputStream fields = new DataInputStream(in);
        byte[] magic = new byte[Chunks.MAGIC.length];
        fields.readFully(magic);
        int version = fields.readUnsignedByte();
        if (!Arrays.equals(magic, Chunks.MAGIC) || version != Chunks.VERSION) {
            throw new IOException("its encryption is of version " + version);
        }
        Passphrase.Derivation derivation = Passphrase.Derivation.read(fields);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream again = new DataOutputStream(head);
        again.write(magic);
        again.writeByte(version);
        derivation.write(again);
        SealedInput input = new SealedInput(
                new PushbackInputStream(in), new Chunks(passphrase.key(derivation), head.toByteArray()));
        input.take();
        return input;
    }

    private void take() throws IOException {
        byte[] sealed = in.readNBytes(Chunks.PLAIN + Chunks.TAG);
        int next = in.read();
        if (next >= 0) {
            in.unread(next);
        }
        try {
            chunk = chunks.decrypted(sealed, sealed.length, next < 0);
            at = 0;
            ended = next < 0;
        } catch (AEADBadTagException e) {
            throw chunks.number() == 1 ? new WrongPassphrase() : damaged();
        } catch (GeneralSecurityException e) {
            throw damaged();
        }
    }

    private IOException damaged() {
        return new IOException("part " + chunks.number() + " is not as it was written");
    }

    private boolean has() throws IOException {
        while (at == chunk.length && !ended) {
            take();
        }
        return at < chunk.length;
    }

    @Override
    public int read() throws IOException {
        return has() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!has()) {
            return -1;
        }
        int now = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, bytes, from, now);
        at += now;
        return now;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
