package io.zhike.expression;

import io.zhike.message.Label;
import io.zhike.message.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what names mean, and for those that mean nothing the nearest that do. */
final class Names {
    private static final int MOST_OPTIONS_TOLD = 20;

    /** Longer names are not compared with others, which costs the product of the lengths. */
    private static final int LONGEST_NEAR = 60;

    private final Vocabulary vocabulary;

    Names(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Takes note of a problem. */
    interface Refusal {
        void refuse(Syntax.Place place, ExpressionError error, Object... arguments);
    }

    Checker.@Nullable Found resolve(String entity, Syntax.Name name, Refusal refusal) {
        List<String> codes = new ArrayList<>();
        String at = entity;
        Symbol symbol = null;
        for (Syntax.Name.Part part : name.parts()) {
            if (symbol != null) {
                String next = entityOf(symbol);
                if (next == null) {
                    refuseStep(refusal, name, symbol, part);
                    return null;
                }
                at = next;
            }
            Optional<Symbol> found = vocabulary.find(at, part.name());
            if (found.isEmpty()) {
                refuseUnknown(refusal, at, part, name);
                return null;
            }
            symbol = found.get();
            codes.add(symbol.code());
        }
        return symbol == null ? null : new Checker.Found(List.copyOf(codes), symbol);
    }

    private static void refuseStep(Refusal refusal, Syntax.Name name, Symbol symbol, Syntax.Name.Part part) {
        if (symbol.children().isPresent()) {
            refusal.refuse(name.place(), ExpressionError.CHILDREN_OUTSIDE_AGGREGATE, symbol.label());
        } else {
            refusal.refuse(
                    part.place(),
                    ExpressionError.NOT_A_RELATION,
                    symbol.label(),
                    symbol.type().label(),
                    part.name());
        }
    }

    private void refuseUnknown(Refusal refusal, String entity, Syntax.Name.Part part, Syntax.Name whole) {
        if (whole.parts().size() == 1 && Functions.find(part.name()).isPresent()) {
            refusal.refuse(part.place(), ExpressionError.FUNCTION_WITHOUT_PARENTHESES, part.name());
            return;
        }
        String near = nearest(
                part.name(),
                vocabulary.symbols(entity).stream()
                        .flatMap(s -> Stream.concat(texts(s.label()), Stream.of(s.code())))
                        .toList());
        if (near == null) {
            refusal.refuse(part.place(), ExpressionError.UNKNOWN_NAME, part.name());
        } else {
            refusal.refuse(part.place(), ExpressionError.UNKNOWN_NAME_NEAR, part.name(), near);
        }
    }

    private static Stream<String> texts(Label label) {
        return Stream.of(label.in(Language.ZH), label.in(Language.EN)).distinct();
    }

    /** The entity that a path goes on in behind {@code symbol}; null when it cannot go on. */
    static @Nullable String entityOf(Symbol symbol) {
        return symbol.children().isPresent() ? null : entityOf(symbol.type());
    }

    static @Nullable String entityOf(Type type) {
        return switch (type) {
            case Type.Member _ -> Vocabulary.MEMBER;
            case Type.Department _ -> Vocabulary.DEPARTMENT;
            case Type.RecordOf(String entity) -> entity;
            case Type.Text _,
                    Type.Number _,
                    Type.Bool _,
                    Type.Date _,
                    Type.DateTime _,
                    Type.Duration _,
                    Type.ListOf _,
                    Type.Blank _ -> null;
        };
    }

    /** The allowed options as a person reads them. */
    static Label optionsOf(Symbol symbol) {
        return new Label(optionsOf(symbol, Language.ZH, "、"), optionsOf(symbol, Language.EN, ", "));
    }

    private static String optionsOf(Symbol symbol, Language language, String separator) {
        String told = symbol.options().values().stream()
                .limit(MOST_OPTIONS_TOLD)
                .map(label -> label.in(language))
                .collect(Collectors.joining(separator));
        return symbol.options().size() > MOST_OPTIONS_TOLD ? told + " …" : told;
    }

    /** The candidate that {@code name} was most likely meant to be; null when none is near. */
    static @Nullable String nearest(String name, Collection<String> candidates) {
        String best = null;
        if (name.length() > LONGEST_NEAR) {
            return null;
        }
        int least = Math.max(1, Texts.length(name) / 3) + 1;
        for (String candidate : candidates) {
            int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            boolean inside = candidate.length() > 1
                    && name.length() > 1
                    && (candidate.contains(name) || name.contains(candidate));
            int weighed = inside ? Math.min(distance, least - 1) : distance;
            boolean sharesNothing = distance >= Math.max(Texts.length(name), Texts.length(candidate));
            if (weighed < least && !sharesNothing) {
                least = weighed;
                best = candidate;
            }
        }
        return best;
    }

    /** How many letters must be added, left out, exchanged or swapped with a neighbour. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, d);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int i, int j, int[][] d) {
        int exchanged = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(exchanged, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
