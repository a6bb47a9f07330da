package io.zhike.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The migration scripts of a folder on the class path, as one. */
final class Scripts {
    private static final int FINGERPRINT_LENGTH = 16;

    private Scripts() {}

    /** The numbers of the scripts of {@code folder}, as their names begin: {@code V71__comment.sql} is 71. */
    static Set<String> numbers(String folder) {
        try {
            Resource[] scripts =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/V*.sql");
            return Arrays.stream(scripts)
                    .map(script -> String.valueOf(script.getFilename()))
                    .map(name -> name.substring(1, name.indexOf("__")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A short text that changes whenever a script of {@code folder} is added, removed or edited. */
    static String fingerprint(String folder) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Resource[] scripts =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*.sql");
            Arrays.sort(scripts, Comparator.comparing(script -> String.valueOf(script.getFilename())));
            for (Resource script : scripts) {
                digest.update(script.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, FINGERPRINT_LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
