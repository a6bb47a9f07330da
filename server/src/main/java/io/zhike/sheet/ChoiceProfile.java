package io.zhike.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the cells of a column are lists of a few choices, and what sets these apart. */
final class ChoiceProfile {
    private static final String SEPARATORS = ";；、|,，";
    private static final int MOST_PARTS = 40;
    private static final int LONGEST_PART = 30;
    private static final int FEWEST_ROWS = 20;
    private static final int TIMES_EACH = 5;

    private final Map<Character, Parts> bySeparator = new HashMap<>();

    private static final class Parts {
        private final Map<String, Integer> counts = new HashMap<>();
        private long rows;
        private long lists;
        private long total;
        private boolean out;
    }

    ChoiceProfile() {
        SEPARATORS.chars().forEach(c -> bySeparator.put((char) c, new Parts()));
    }

    void add(String text) {
        for (Map.Entry<Character, Parts> entry : bySeparator.entrySet()) {
            Parts parts = entry.getValue();
            if (!parts.out) {
                add(parts, ChoicesReader.parts(text, entry.getKey()));
            }
        }
    }

    private static void add(Parts parts, List<String> found) {
        parts.rows++;
        parts.lists += found.size() > 1 ? 1 : 0;
        for (String part : found) {
            parts.total++;
            parts.counts.merge(part, 1, Integer::sum);
            parts.out = parts.out || part.length() > LONGEST_PART;
        }
        parts.out = parts.out || parts.counts.size() > MOST_PARTS;
    }

    /** What sets choices apart; null if the cells are no lists. */
    @Nullable
    Character separator() {
        for (int i = 0; i < SEPARATORS.length(); i++) {
            Parts parts = parts(SEPARATORS.charAt(i));
            if (!parts.out
                    && parts.rows >= FEWEST_ROWS
                    && parts.lists * 10 >= parts.rows
                    && parts.total >= (long) TIMES_EACH * parts.counts.size()) {
                return SEPARATORS.charAt(i);
            }
        }
        return null;
    }

    /** Each choice with how often it came. */
    Map<String, Integer> counts(char separator) {
        return parts(separator).counts;
    }

    private Parts parts(char separator) {
        Parts parts = bySeparator.get(separator);
        if (parts == null) {
            throw new IllegalArgumentException("no separator: " + separator);
        }
        return parts;
    }
}
