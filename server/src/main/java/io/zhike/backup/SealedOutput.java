package io.zhike.backup;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/** Encrypts what is written to it, in chunks. What was not closed cannot be read. */
final class SealedOutput extends OutputStream {
    private final OutputStream out;
    private final Chunks chunks;
    private final byte[] buffer = new byte[Chunks.PLAIN];
    private int filled;
    private boolean closed;

    private SealedOutput(OutputStream out, Chunks chunks) {
        this.out = out;
        this.chunks = chunks;
    }

    /** Writes the head at once. */
    static SealedOutput begin(OutputStream out, Passphrase passphrase) throws IOException {
        byte[] salt = new byte[Passphrase.Derivation.SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        Passphrase.Derivation derivation = Passphrase.Derivation.with(salt);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(head);
        fields.write(Chunks.MAGIC);
        fields.writeByte(Chunks.VERSION);
        derivation.write(fields);
        out.write(head.toByteArray());
        return new SealedOutput(out, new Chunks(passphrase.key(derivation), head.toByteArray()));
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            // The last chunk is marked, so a full one waits until more comes.
            if (filled == buffer.length) {
                put(false);
            }
            int now = Math.min(length - done, buffer.length - filled);
            System.arraycopy(bytes, from + done, buffer, filled, now);
            filled += now;
            done += now;
        }
    }

    private void put(boolean last) throws IOException {
        try {
            out.write(chunks.encrypted(buffer, filled, last));
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            put(true);
            out.close();
        }
    }
}
