package io.zhike.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Random secrets. They have so much chance in them that a plain hash is enough to store them by. */
public final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    /** Without what looks alike, for people to read and type. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private Secret() {}

    /** 40 letters and digits: more than 230 bits. */
    public static String token() {
        return random(ALPHABET, 40);
    }

    /** 16 lower-case letters and digits in groups of four: 79 bits. */
    static String password() {
        return random(READABLE, 16).replaceAll("(.{4})(?=.)", "$1-");
    }

    /** SHA-256. */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String random(String alphabet, int length) {
        return RANDOM.ints(length, 0, alphabet.length())
                .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                .collect(Collectors.joining());
    }
}
