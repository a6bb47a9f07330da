package io.zhike.workspace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import me.gosimple.nbvcxz.resources.DictionaryUtil;

/**
 * The hundred thousand passwords that people choose most, from a list inside the program. Read through each time, in some
 * milliseconds: passwords are set seldom, and the list would take as much memory as all of the sessions.
 */
final class CommonPasswords {
    private static final String LIST = "/dictionaries/" + DictionaryUtil.passwords;
    private static final int SHORTEST_WORD = 6;

    private CommonPasswords() {}

    /** Whether {@code password} is one of them, whatever its case, or one with nothing but digits and signs behind it. */
    static boolean has(String password) {
        String folded = Accounts.key(password);
        String word = folded.replaceFirst("[^\\p{L}]+$", "");
        Set<String> wanted = new HashSet<>(List.of(folded));
        if (word.length() >= SHORTEST_WORD) {
            wanted.add(word);
        }
        try (InputStream list = DictionaryUtil.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("the list of common passwords is not there: " + LIST);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8));
            return lines.lines().anyMatch(wanted::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
