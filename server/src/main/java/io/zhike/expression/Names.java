package io.zhike.expression;

import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.message.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what names mean, and for those that mean nothing the nearest that do. */
final class Names {
    private static final int MOST_OPTIONS_TOLD = 20;

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
        List<String> near = Nearest.to(
                part.name(),
                vocabulary.symbols(entity).stream()
                        .flatMap(s -> Stream.concat(texts(s.label()), Stream.of(s.code())))
                        .toList());
        if (near.isEmpty()) {
            refusal.refuse(part.place(), ExpressionError.UNKNOWN_NAME, part.name());
        } else {
            refusal.refuse(part.place(), ExpressionError.UNKNOWN_NAME_NEAR, part.name(), near.getFirst());
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
}
