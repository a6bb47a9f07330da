package io.zhike.http;

import io.zhike.message.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The place where a page of a list ended: the values of the sort columns of its last row, in the order of the sort. As
 * a token it is opaque and safe in a URL. It holds nothing that the caller could not read in the row, so it is not signed;
 * whoever reads one treats its values as input.
 *
 * @param order names the sort it belongs to, so that a token of another sort is refused
 * @param keys the values as text; null where the row had none
 */
public record Cursor(String order, List<@Nullable String> keys) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 8_000;

    public Cursor {
        keys = Collections.unmodifiableList(new ArrayList<>(keys));
    }

    /** The token for {@code next}, to be sent back as {@code after}. */
    public String token() {
        List<@Nullable String> all = new ArrayList<>();
        all.add(order);
        all.addAll(keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(all));
    }

    /**
     * The cursor of {@code token}, which must belong to {@code order} and hold {@code size} keys.
     *
     * @throws ProblemException {@code cursor-invalid} for anything else
     */
    public static Cursor parse(String token, String order, int size) {
        List<@Nullable String> all = texts(token);
        if (all.size() != size + 1 || !order.equals(all.getFirst())) {
            throw HttpError.CURSOR_INVALID.problem();
        }
        return new Cursor(order, all.subList(1, all.size()));
    }

    /** {@code key} as an id; throws {@code cursor-invalid} for anything else. */
    public static UUID uuid(@Nullable String key) {
        try {
            return UUID.fromString(String.valueOf(key));
        } catch (IllegalArgumentException malformed) {
            throw HttpError.CURSOR_INVALID.problem();
        }
    }

    /**
     * The id that {@code token} holds alone, for lists whose ids sort as the list does; null without a token.
     *
     * @throws ProblemException {@code cursor-invalid} for anything else
     */
    public static @Nullable UUID idAfter(@Nullable String token, String order) {
        return token == null ? null : uuid(parse(token, order, 1).keys().getFirst());
    }

    private static List<@Nullable String> texts(String token) {
        if (token.length() > LONGEST) {
            throw HttpError.CURSOR_INVALID.problem();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.UTF_8));
            List<@Nullable String> texts = new ArrayList<>();
            JsonNode tree = JSON.readTree(bytes);
            if (!tree.isArray()) {
                throw HttpError.CURSOR_INVALID.problem();
            }
            for (JsonNode key : tree) {
                texts.add(key.isNull() ? null : key.asString());
            }
            return texts;
        } catch (IllegalArgumentException | JacksonException malformed) {
            throw HttpError.CURSOR_INVALID.problem();
        }
    }
}
