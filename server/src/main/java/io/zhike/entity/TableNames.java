package io.zhike.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The names of what entities become in PostgreSQL. Each follows from codes alone and is chosen once; what would be longer
 * than PostgreSQL's 63 bytes ends in a hash instead.
 */
public final class TableNames {
    /** The columns of every link table. */
    public static final String SOURCE = "source";

    public static final String TARGET = "target";
    public static final String POSITION = "position";

    /** What begins with this holds data that is no longer, or not yet, any definition's; no code can begin so. */
    public static final String APART = "zz__";

    private static final int LONGEST = 63;
    private static final int HASH = 10;

    private TableNames() {}

    /** The table of an entity. */
    public static String table(String entity) {
        return entity;
    }

    /** The table of pairs of a field with {@link Storage.Links}. */
    public static String links(String entity, String field) {
        return fit(entity + "__" + field);
    }

    /** The column of a part of a field with {@link Storage.Parts}. */
    public static String part(String field, String part) {
        return field + "__" + part;
    }

    /** An index or a constraint of {@code table} on what {@code on} says. */
    public static String of(String table, String on, String ending) {
        return fit(table + "__" + on + "__" + ending);
    }

    /** The name itself, or one of 63 bytes that stands for it. */
    public static String fit(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return name.substring(0, LONGEST - HASH - 1) + "_"
                    + HexFormat.of().formatHex(hash).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
