package io.zhike.secret;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys that sealed values may have been sealed with. The first one seals; the others only open what is older. */
record KeyRing(List<Key> keys) {
    private static final int KEY_BYTES = 32;
    private static final int ID_LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    KeyRing {
        keys = List.copyOf(keys);
    }

    /** @param id the beginning of its hash: tells it from others and nothing about it */
    record Key(String id, SecretKey secret) {
        /** Never the secret: a record would print it where somebody logs it. */
        @Override
        public String toString() {
            return "Key " + id;
        }
    }

    /** A new key as a line of a key file. */
    static String newLine() {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The keys of a text with one in each line; blank lines and those that begin with # count for nothing.
     *
     * @param where it comes from, for the message
     */
    static KeyRing parse(String text, Object where) {
        List<Key> keys = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                keys.add(key(line).orElseThrow(() -> SecretError.KEY_MALFORMED.problem(where)));
            }
        }
        if (keys.isEmpty()) {
            throw SecretError.KEY_MALFORMED.problem(where);
        }
        return new KeyRing(keys);
    }

    Key current() {
        return keys.getFirst();
    }

    Optional<Key> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private static Optional<Key> key(String line) {
        try {
            byte[] bytes = Base64.getDecoder().decode(line);
            return bytes.length == KEY_BYTES
                    ? Optional.of(new Key(id(bytes), new SecretKeySpec(bytes, "AES")))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String id(byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
