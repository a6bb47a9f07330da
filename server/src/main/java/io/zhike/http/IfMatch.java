package io.zhike.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version of a thing that a change starts from, as {@code If-Match} tells it: {@code "3"}, {@code W/"3"} or {@code 3}.
 * A controller takes it as a parameter.
 *
 * @param version null without the header and for {@code *}: the change applies to whatever is there
 */
public record IfMatch(@Nullable Long version) {
    private static final Pattern SHAPE = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

    /** Throws {@code version-not-a-number} for anything that is not one version. */
    public static IfMatch parse(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return new IfMatch(null);
        }
        Matcher matcher = SHAPE.matcher(header.strip());
        if (!matcher.matches()) {
            throw HttpError.VERSION_NOT_A_NUMBER.problem(header);
        }
        return new IfMatch(Long.valueOf(matcher.group(1)));
    }

    /** The {@code ETag} of {@code version}, such as {@code "3"} with its quotes. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }
}
