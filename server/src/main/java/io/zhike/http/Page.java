package io.zhike.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list as endpoints answer it.
 *
 * @param next the token to send as {@code after} for the following page; null on the last one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, @Nullable String next) implements Counted {

    public Page {
        items = List.copyOf(items);
    }

    @Override
    public int rowCount() {
        return items.size();
    }

    /** A list that is whole. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    /**
     * The page of the first {@code limit} of {@code found}, of which one more than {@code limit} was asked for: whether
     * that one came tells whether there is a next page, without counting.
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> end) {
        if (found.size() <= limit) {
            return whole(found);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, end.apply(items.getLast()).token());
    }

    /** {@code asked}, or {@code usual} when null. Throws {@code limit-out-of-bounds} unless it is 1 to {@code most}. */
    public static int limit(@Nullable Integer asked, int usual, int most) {
        int limit = asked == null ? usual : asked;
        if (limit < 1 || limit > most) {
            throw HttpError.LIMIT_OUT_OF_BOUNDS.problem(most);
        }
        return limit;
    }
}
