package io.zhike.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a command: options with a value, options without, and at most one word.
 *
 * @param word null for none
 */
record Arguments(
        Map<String, String> values,
        Set<String> flags,
        @Nullable String word) {

    /** What was said, or empty where an argument means nothing. */
    static Optional<Arguments> parse(List<String> arguments, Set<String> valued, Set<String> plain) {
        Map<String, String> values = new HashMap<>();
        Set<String> flags = new HashSet<>();
        String word = null;
        Iterator<String> each = arguments.iterator();
        while (each.hasNext()) {
            String next = each.next();
            if (plain.contains(next)) {
                flags.add(next);
            } else if (valued.contains(next) && each.hasNext()) {
                values.put(next, each.next());
            } else if (!next.startsWith("-") && word == null) {
                word = next;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Arguments(values, flags, word));
    }

    String value(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** From the file that is named, its last line break left out, or from the environment; null for none. */
    @Nullable
    Passphrase passphrase(Map<String, String> environment) {
        String file = values.get("--passphrase-file");
        String set = environment.getOrDefault("ZHIKE_BACKUP_PASSPHRASE", "");
        if (file == null) {
            return set.isEmpty() ? null : new Passphrase(set);
        }
        try {
            return new Passphrase(Files.readString(Path.of(file)).replaceFirst("\\R\\z", ""));
        } catch (IOException e) {
            throw BackupError.FILE_UNREADABLE.because(e, file, String.valueOf(e.getMessage()));
        }
    }
}
