package io.zhike.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The links of the chain: SHA-256 over the hash before and the entry's own content in one unambiguous form, each value with its
 * length before it. The form never changes: chains of years would break.
 */
final class Links {
    private static final int NONE = -1;

    private final MessageDigest digest;

    Links() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What the first entry of a workspace follows: the hash of the schema's name, so that no log passes for another's. */
    byte[] origin(String schema) {
        put("zhike audit 1");
        put(schema);
        return digest.digest();
    }

    /** The hash of {@code entry} as number {@code seq} after {@code before}. */
    byte[] next(byte[] before, long seq, StoredEntry entry) {
        digest.update(before);
        put(seq);
        put(ChronoUnit.MICROS.between(java.time.Instant.EPOCH, entry.at()));
        put(entry.id());
        put(entry.action());
        put(entry.origin());
        put(entry.member());
        put(entry.name());
        put(entry.via());
        put(entry.address());
        put(entry.kind());
        put(entry.object());
        put(entry.title());
        put(entry.detail());
        return digest.digest();
    }

    private void put(@Nullable UUID id) {
        put(id == null ? null : id.toString());
    }

    private void put(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    }

    private void put(@Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(text == null ? NONE : bytes.length)
                .flip());
        digest.update(bytes);
    }
}
