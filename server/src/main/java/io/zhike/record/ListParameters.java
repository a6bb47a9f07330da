package io.zhike.record;

import io.zhike.http.HttpError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The query of a list's address. Parameters that a list does not know are refused, so that no filter is lost by a slip. */
final class ListParameters {
    private static final Set<String> KNOWN = Set.of("where", "sort", "fields", "limit", "after", "search", "deleted");

    private final Map<String, String> given;

    ListParameters(Map<String, String> given) {
        given.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw HttpError.UNKNOWN_PROPERTY.problem(name, String.join(", ", new TreeSet<>(KNOWN)));
                });
        this.given = Map.copyOf(given);
    }

    /** Null where it is missing or blank. */
    @Nullable
    String text(String name) {
        String text = given.get(name);
        return text == null || text.isBlank() ? null : text;
    }

    @Nullable
    List<String> list(String name) {
        String text = text(name);
        return text == null
                ? null
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
    }

    @Nullable
    Integer whole(String name) {
        String text = text(name);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw HttpError.WRONG_PARAMETER.problem(name, String.valueOf(text));
        }
    }

    @Nullable
    Boolean truth(String name) {
        String text = text(name);
        return switch (text) {
            case null -> null;
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw HttpError.WRONG_PARAMETER.problem(name, text);
        };
    }
}
