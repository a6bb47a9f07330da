package io.zhike.message;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody who wrote a word may have meant. */
public final class Nearest {
    private static final int AT_MOST = 3;
    /** Longer words cannot be codes and would cost time by their square. */
    private static final int LONGEST = 100;

    private Nearest() {}

    /**
     * Those of {@code candidates} that differ from {@code word} by few letters, or of which one is a part of the other; the
     * nearest first, at most three. Cost: the product of the lengths for each candidate.
     */
    public static List<String> to(String word, Collection<String> candidates) {
        String wanted = word.toLowerCase(Locale.ROOT);
        if (wanted.length() > LONGEST) {
            return List.of();
        }
        return candidates.stream()
                .distinct()
                .filter(candidate -> candidate.length() <= LONGEST)
                .map(candidate -> new Found(
                        candidate, distance(wanted, candidate.toLowerCase(Locale.ROOT)), distance(word, candidate)))
                .filter(found -> found.isNear(wanted))
                .sorted(Comparator.comparingInt(Found::distance)
                        .thenComparingInt(Found::exact)
                        .thenComparing(Found::word))
                .limit(AT_MOST)
                .map(Found::word)
                .toList();
    }

    /** Levenshtein's: how many letters have to be put in, taken out or changed; two swapped neighbours count once. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }

    /** @param exact the distance where capitals count */
    private record Found(String word, int distance, int exact) {
        boolean isNear(String wanted) {
            String lower = word.toLowerCase(Locale.ROOT);
            int shorter = Math.min(wanted.length(), lower.length());
            boolean partOf = shorter >= 2 && (lower.contains(wanted) || wanted.contains(lower));
            boolean sharesNothing = distance >= Math.max(wanted.length(), lower.length());
            return partOf || !sharesNothing && distance <= Math.max(1, shorter / 3);
        }
    }
}
