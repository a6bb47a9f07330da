package io.zhike.workspace;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time codes (RFC 6238) as all authenticator apps make them: SHA-1, six digits, half a minute each. */
final class Totp {
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int CODES = 1_000_000;
    private static final int DIGITS = 6;
    /** How many steps the clock of a phone may be ahead or behind. */
    private static final int SKEW = 1;

    private static final int BITS_OF_A_SIGN = 5;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** The code of one step. */
    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            ByteBuffer hash = ByteBuffer.wrap(
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
            int offset = hash.get(hash.capacity() - 1) & 0xf;
            int number = (hash.getInt(offset) & Integer.MAX_VALUE) % CODES;
            return "%06d".formatted(number);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    static long stepAt(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    /** The step about {@code now} that {@code typed} is the code of; empty where it is a wrong one. */
    static OptionalLong step(byte[] secret, String typed, Instant now) {
        OptionalLong found = OptionalLong.empty();
        long present = stepAt(now);
        for (long step = present - SKEW; step <= present + SKEW; step++) {
            boolean same = MessageDigest.isEqual(
                    code(secret, step).getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
            if (same) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static boolean isCode(String typed) {
        return typed.length() == DIGITS && typed.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }

    /** The secret as people type it where no picture can be scanned. */
    static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte each : secret) {
            held = (held << Byte.SIZE | each & 0xff) & 0xffff;
            bits += Byte.SIZE;
            while (bits >= BITS_OF_A_SIGN) {
                bits -= BITS_OF_A_SIGN;
                text.append(BASE32.charAt(held >> bits & 0x1f));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt(held << (BITS_OF_A_SIGN - bits) & 0x1f));
        }
        return text.toString();
    }

    /** The address that the picture for authenticator apps holds. */
    static String address(String issuer, String account, byte[] secret) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret=" + base32(secret) + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP_SECONDS;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
