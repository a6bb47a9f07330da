package io.zhike.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An end of a chain as verifying prints it, to be kept where nobody who could change the database can change it too. As text
 * {@code w_k3f9a2:1204:9f86d0…}.
 *
 * @param schema of the workspace
 * @param hash of the chain up to {@code seq}, 64 hexadecimal digits
 */
public record NotedEnd(String schema, long seq, String hash) {
    private static final Pattern TEXT = Pattern.compile("(w_[a-z0-9]{4,20}):(\\d{1,18}):([0-9a-f]{64})");

    /** What {@link #toString} gave; empty for any other text. */
    public static Optional<NotedEnd> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new NotedEnd(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return schema + ":" + seq + ":" + hash;
    }
}
