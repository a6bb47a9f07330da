package io.zhike.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The form of an encrypted backup: a head, then chunks of AES-256-GCM, each under its own number and the last one marked, so
 * that no chunk can be changed, moved, left out or added, nor the end cut off. Every file has a salt, so a key, of its own.
 */
final class Chunks {
    static final byte[] MAGIC = {'Z', 'H', 'I', 'K', 'E', 'B', 'A', 'K'};
    static final int VERSION = 1;
    static final int PLAIN = 1 << 16;
    static final int TAG = 16;
    private static final int NONCE = 12;

    private final SecretKey key;
    private final byte[] head;
    private long number;

    Chunks(SecretKey key, byte[] head) {
        this.key = key;
        this.head = head.clone();
    }

    /** How many chunks went through. */
    long number() {
        return number;
    }

    byte[] encrypted(byte[] content, int length, boolean last) throws GeneralSecurityException {
        return next(Cipher.ENCRYPT_MODE, last).doFinal(content, 0, length);
    }

    /** Throws {@link javax.crypto.AEADBadTagException} where it is not the next chunk as it was written. */
    byte[] decrypted(byte[] content, int length, boolean last) throws GeneralSecurityException {
        return next(Cipher.DECRYPT_MODE, last).doFinal(content, 0, length);
    }

    private Cipher next(int mode, boolean last) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE)
                .putLong(number++)
                .putInt(last ? 1 : 0)
                .array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(head);
        return cipher;
    }
}
