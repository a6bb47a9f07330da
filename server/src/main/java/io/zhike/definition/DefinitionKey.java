package io.zhike.definition;

import java.util.Comparator;
import java.util.regex.Pattern;

/** What a definition is found by in its workspace. Neither part ever changes; written {@code entity/customer}. */
public record DefinitionKey(String kind, String code) implements Comparable<DefinitionKey> {
    /** The shape of kinds and codes, as JSON Schemas hold it too. */
    public static final String SHAPE = "[a-z][a-z0-9_]{0,39}";

    private static final Pattern CODE = Pattern.compile(SHAPE);
    private static final Comparator<DefinitionKey> ORDER =
            Comparator.comparing(DefinitionKey::kind).thenComparing(DefinitionKey::code);

    public DefinitionKey {
        require(kind);
        require(code);
    }

    /** Whether {@code text} is lower-case letters, digits and underscores, begins with a letter and has at most 40. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** By kind, then by code. */
    @Override
    public int compareTo(DefinitionKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + "/" + code;
    }

    private static void require(String code) {
        if (!isCode(code)) {
            throw new IllegalArgumentException("not a code: '" + code + "'");
        }
    }
}
