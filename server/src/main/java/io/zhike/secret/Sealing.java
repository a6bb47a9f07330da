package io.zhike.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with a random nonce for each value. A sealed text is {@code s1.<id of the key>.<nonce, cipher text and tag in
 * Base64>}; the place is authenticated and not stored.
 */
final class Sealing {
    private static final String FORM = "s1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealing() {}

    static String seal(KeyRing.Key key, String place, String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] all = new byte[NONCE_BYTES + sealed.length];
            System.arraycopy(nonce, 0, all, 0, NONCE_BYTES);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return beginning(key.id()) + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** What was sealed; empty where it was changed, or sealed for another place. */
    static Optional<String> open(KeyRing.Key key, String place, String sealed) {
        try {
            byte[] all = Base64.getUrlDecoder()
                    .decode(sealed.substring(beginning(key.id()).length()));
            if (all.length < NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] nonce = new byte[NONCE_BYTES];
            System.arraycopy(all, 0, nonce, 0, NONCE_BYTES);
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, key, nonce, place).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    /** What all texts begin with that are sealed by the key of that id. */
    static String beginning(String keyId) {
        return FORM + "." + keyId + ".";
    }

    /** The id of the key that sealed a text; empty where that is no sealed text. */
    static Optional<String> keyOf(String sealed) {
        String[] parts = sealed.split("\\.", -1);
        return parts.length == 3 && parts[0].equals(FORM) ? Optional.of(parts[1]) : Optional.empty();
    }

    private static Cipher cipher(int mode, KeyRing.Key key, byte[] nonce, String place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
