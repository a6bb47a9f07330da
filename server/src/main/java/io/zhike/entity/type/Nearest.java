package io.zhike.entity.type;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody most likely meant. */
final class Nearest {
    private static final int LONGEST = 60;

    private Nearest() {}

    /** The name that differs least, if by no more than a third of its length (by one in names of two). */
    static Optional<String> of(String meant, Collection<String> names) {
        if (meant.length() > LONGEST) {
            return Optional.empty();
        }
        return names.stream()
                .filter(name -> name.length() <= LONGEST && Math.abs(name.length() - meant.length()) <= allowed(name))
                .map(name -> new Candidate(name, distance(meant, name)))
                .filter(candidate -> candidate.distance <= allowed(candidate.name))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    private record Candidate(String name, int distance) {}

    private static int allowed(String name) {
        return name.length() < 2 ? 0 : Math.max(1, name.length() / 3);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
