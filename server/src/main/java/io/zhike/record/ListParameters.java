package io.zhike.record;

import io.zhike.http.HttpError;
import io.zhike.workspace.Origin;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * The query of a list's address: that of {@code /api/v1/query}, with lists parted by commas and {@code where} a text or a
 * tree. Parameters that a list does not know are refused, so that no filter is lost by a slip.
 */
public final class ListParameters {
    private static final Set<String> WHOLE = Set.of("where", "sort", "fields", "search", "deleted");
    private static final Set<String> PAGED = Set.of("where", "sort", "fields", "limit", "after", "search", "deleted");

    private final Map<String, String> given;

    private ListParameters(Map<String, String> given, Set<String> known) {
        given.keySet().stream()
                .filter(name -> !known.contains(name)
                        && !name.equals(Origin.Preview.PARAMETER)
                        && !name.equals(Origin.SeenAs.PARAMETER))
                .findFirst()
                .ifPresent(name -> {
                    throw HttpError.UNKNOWN_PROPERTY.problem(name, String.join(", ", new TreeSet<>(known)));
                });
        this.given = Map.copyOf(given);
    }

    /** One page of a list. */
    static RecordQuery.Rows page(String entity, Map<String, String> given) {
        return new ListParameters(given, PAGED).query(entity);
    }

    /**
     * A whole list, without pages.
     *
     * @param besides the names of parameters that are no part of the query
     */
    public static RecordQuery.Rows whole(String entity, Map<String, String> given, Set<String> besides) {
        Map<String, String> own = new HashMap<>(given);
        own.keySet().removeAll(besides);
        return new ListParameters(own, WHOLE).query(entity);
    }

    private RecordQuery.Rows query(String entity) {
        QueryBody body = new QueryBody(
                entity,
                list("fields"),
                where(),
                text("search"),
                list("sort"),
                whole("limit"),
                text("after"),
                truth("deleted"),
                null,
                null,
                null,
                null);
        return (RecordQuery.Rows) body.toQuery();
    }

    /** Null where it is missing or blank. */
    private @Nullable String text(String name) {
        String text = given.get(name);
        return text == null || text.isBlank() ? null : text;
    }

    private @Nullable List<String> list(String name) {
        String text = text(name);
        return text == null
                ? null
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
    }

    private @Nullable Integer whole(String name) {
        String text = text(name);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw HttpError.WRONG_PARAMETER.problem(name, String.valueOf(text));
        }
    }

    private @Nullable Boolean truth(String name) {
        String text = text(name);
        return switch (text) {
            case null -> null;
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw HttpError.WRONG_PARAMETER.problem(name, text);
        };
    }

    /** A tree begins with a brace and a quotation mark; a text that begins with a brace quotes a name: {@code {客户} = 1}. */
    private @Nullable JsonNode where() {
        String where = text("where");
        if (where == null) {
            return null;
        }
        if (!where.strip().matches("(?s)\\{\\s*\".*")) {
            return StringNode.valueOf(where);
        }
        try {
            return JsonMapper.shared().readTree(where);
        } catch (JacksonException malformed) {
            throw HttpError.WRONG_PARAMETER.problem("where", where);
        }
    }
}
