package io.zhike.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A task that a browser solves in a moment and a flood of robots does not: a number whose SHA-256, after the task's own
 * text, begins with {@link #BITS} zero bits (Hashcash). Needs no service of anybody else's, and no memory: the task is
 * signed with the form's key. Whoever takes a solution sees to it that it counts once, by its {@code salt}.
 *
 * @param text what is hashed, and sent back with the solution
 * @param expires after it the solution counts no more
 */
record RobotTask(String text, String salt, Instant expires) {
    /** About 65,000 hashes: a fifth of a second on a phone of some years. */
    static final int BITS = 16;

    static final Duration LIFE = Duration.ofHours(2);

    private static final int SALT_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** A new task of the form {@code code}. */
    static RobotTask set(byte[] key, String code, Instant now) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Instant expires = Instant.ofEpochSecond(now.plus(LIFE).getEpochSecond());
        byte[] body = ByteBuffer.allocate(Long.BYTES + SALT_BYTES)
                .putLong(expires.getEpochSecond())
                .put(salt)
                .array();
        String text = ENCODER.encodeToString(body) + "." + ENCODER.encodeToString(signature(key, code, body));
        return new RobotTask(text, ENCODER.encodeToString(salt), expires);
    }

    /** The task that {@code text} is; empty where it was not set for this form, is too old or is not solved by {@code answer}. */
    static Optional<RobotTask> solved(byte[] key, String code, String text, String answer, Instant now) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 2 || answer.length() > 20) {
            return Optional.empty();
        }
        Optional<byte[]> body = decoded(parts[0]);
        Optional<byte[]> signature = decoded(parts[1]);
        if (body.isEmpty()
                || signature.isEmpty()
                || body.get().length != Long.BYTES + SALT_BYTES
                || !MessageDigest.isEqual(signature(key, code, body.get()), signature.get())) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(body.get());
        Instant expires = Instant.ofEpochSecond(buffer.getLong());
        byte[] salt = new byte[SALT_BYTES];
        buffer.get(salt);
        return now.isBefore(expires) && zeroBits(sha256(text + ":" + answer)) >= BITS
                ? Optional.of(new RobotTask(text, ENCODER.encodeToString(salt), expires))
                : Optional.empty();
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static int zeroBits(byte[] hash) {
        int bits = 0;
        for (byte part : hash) {
            int zeros = Integer.numberOfLeadingZeros(part & 0xFF) - 24;
            bits += zeros;
            if (zeros < Byte.SIZE) {
                break;
            }
        }
        return bits;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static byte[] signature(byte[] key, String code, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(code.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }
}
