package io.zhike.workspace;

import io.zhike.http.HttpError;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with the parameters that OWASP gives (19 MiB, two passes, one lane). As each hash takes that memory and most
 * of a core, only a few are computed at once, however many sign-ins come in.
 */
@Component
class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;
    private static final int LONGEST_WAIT_SECONDS = 15;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final String nobody = argon2.encode("the password of nobody");

    String hash(String password) {
        return bounded(() -> encoded(password));
    }

    /** Whether {@code typed} is the password of {@code hash}; takes the same time for null, the hash of nobody. */
    boolean matches(String typed, @Nullable String hash) {
        boolean same = bounded(() -> argon2.matches(typed, hash == null ? nobody : hash));
        return same && hash != null;
    }

    private String encoded(String password) {
        String hash = argon2.encode(password);
        if (hash == null) {
            throw new IllegalStateException("only the hash of null is null");
        }
        return hash;
    }

    private <T> T bounded(Supplier<T> work) {
        try {
            if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw HttpError.BUSY.problem();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw HttpError.BUSY.problem();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
