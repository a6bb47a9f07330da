package io.zhike.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** What a backup is encrypted with; known to people alone. */
record Passphrase(String text) {
    static final int SHORTEST = 12;
    private static final int KEY_BYTES = 32;

    Passphrase {
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            throw BackupError.PASSPHRASE_SHORT.problem(SHORTEST);
        }
    }

    /**
     * How a key is derived, which stands at the beginning of each encrypted file.
     *
     * @param kibibytes of memory
     */
    record Derivation(int kibibytes, int passes, byte[] salt) {
        /** Stronger than for a sign-in: it is worked out once for a file, and who has the file may try for years. */
        private static final int KIBIBYTES = 64 << 10;

        private static final int PASSES = 3;
        static final int SALT_BYTES = 16;
        /** What a file may ask for at most, so that a forged one cannot take all memory. */
        private static final int MOST_KIBIBYTES = 256 << 10;

        private static final int MOST_PASSES = 16;

        static Derivation with(byte[] salt) {
            return new Derivation(KIBIBYTES, PASSES, salt);
        }

        void write(DataOutputStream out) throws IOException {
            out.writeInt(kibibytes);
            out.writeInt(passes);
            out.write(salt);
        }

        /** Throws {@link IOException} where it asks for more than any backup does. */
        static Derivation read(DataInputStream in) throws IOException {
            int kibibytes = in.readInt();
            int passes = in.readInt();
            byte[] salt = new byte[SALT_BYTES];
            in.readFully(salt);
            if (kibibytes < 8 || kibibytes > MOST_KIBIBYTES || passes < 1 || passes > MOST_PASSES) {
                throw new IOException("the parameters of its key are out of bounds");
            }
            return new Derivation(kibibytes, passes, salt);
        }
    }

    /** The key for AES-256, by Argon2id; takes some tenths of a second. */
    SecretKey key(Derivation derivation) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(derivation.kibibytes())
                .withIterations(derivation.passes())
                .withParallelism(1)
                .withSalt(derivation.salt())
                .build());
        byte[] key = new byte[KEY_BYTES];
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        generator.generateBytes(normal.getBytes(StandardCharsets.UTF_8), key);
        return new SecretKeySpec(key, "AES");
    }

    @Override
    public String toString() {
        return "Passphrase[…]";
    }
}
