package io.zhike.definition;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a schema allows several forms ({@code oneOf}, {@code anyOf}) the library reports what is wrong with each of them.
 * A person wrote one form and wants to hear about that: the one whose mistakes lie deepest, since it fits the furthest.
 */
final class AlternativeForms {
    private static final Set<String> CHOICES = Set.of("oneOf", "anyOf");

    private AlternativeForms() {}

    /** {@code errors} without those of the forms that were not meant, in their order. */
    static List<Error> best(List<Error> errors) {
        Map<String, TreeMap<Integer, List<Error>>> choices = new LinkedHashMap<>();
        for (Error error : errors) {
            int at = choiceIn(error.getEvaluationPath());
            if (at >= 0) {
                choices.computeIfAbsent(choiceOf(error, at), ignored -> new TreeMap<>())
                        .computeIfAbsent(branch(error, at), ignored -> new ArrayList<>())
                        .add(error);
            }
        }
        List<Error> dropped = new ArrayList<>();
        choices.values().forEach(branches -> dropped.addAll(notMeant(branches)));
        return errors.stream()
                .filter(error -> !saysOnlyThatNoneFits(error, choices.keySet()) && !containsSame(dropped, error))
                .toList();
    }

    private static boolean saysOnlyThatNoneFits(Error error, Set<String> explained) {
        return CHOICES.contains(error.getKeyword())
                && explained.contains(choiceOf(error, error.getEvaluationPath().getNameCount() - 1));
    }

    private static List<Error> notMeant(TreeMap<Integer, List<Error>> branches) {
        List<Error> meant = branches.values().stream()
                .min(Comparator.<List<Error>>comparingInt(branch -> -depth(branch))
                        .thenComparingInt(List::size))
                .orElseThrow();
        return branches.values().stream()
                .filter(branch -> branch != meant)
                .flatMap(List::stream)
                .toList();
    }

    private static int depth(List<Error> branch) {
        return branch.stream()
                .mapToInt(error -> error.getInstanceLocation().getNameCount())
                .min()
                .orElse(0);
    }

    private static int choiceIn(NodePath path) {
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            if (CHOICES.contains(path.getElement(i).toString()) && path.getElement(i + 1) instanceof Integer) {
                return i;
            }
        }
        return -1;
    }

    private static int branch(Error error, int at) {
        return (Integer) error.getEvaluationPath().getElement(at + 1);
    }

    /** The choice itself: where in the schema, and for which value; items of a list choose each for itself. */
    private static String choiceOf(Error error, int at) {
        StringBuilder place = new StringBuilder();
        NodePath path = error.getEvaluationPath();
        int indexes = 0;
        for (int i = 0; i <= at; i++) {
            place.append('/').append(path.getElement(i));
            indexes += "items".equals(path.getElement(i)) ? 1 : 0;
        }
        NodePath value = error.getInstanceLocation();
        for (int i = 0; i < value.getNameCount() && indexes > 0; i++) {
            if (value.getElement(i) instanceof Integer index) {
                place.append('#').append(index);
                indexes--;
            }
        }
        return place.toString();
    }

    private static boolean containsSame(List<Error> errors, Error wanted) {
        return errors.stream().anyMatch(error -> error == wanted);
    }
}
