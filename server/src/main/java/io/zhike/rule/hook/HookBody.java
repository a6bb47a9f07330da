package io.zhike.rule.hook;

import io.zhike.http.HttpError;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody sent to a rule, as it came.
 *
 * @param type its media type, without parameters and in lower case; empty where nothing was said
 */
record HookBody(String type, String text) {
    static final int MOST_BYTES = 1_048_576;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    /** @throws io.zhike.message.ProblemException where it is too large */
    static HookBody read(HttpServletRequest request) {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw HttpError.BODY_TOO_LARGE.problem(MOST_BYTES);
        }
        try {
            byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw HttpError.BODY_TOO_LARGE.problem(MOST_BYTES);
            }
            return new HookBody(type(request), new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String type(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? "" : type.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT);
    }

    /**
     * As JSON; a form as an object of texts, with a list where a name is there several times.
     *
     * @throws io.zhike.message.ProblemException where it is neither
     */
    JsonNode json(JsonMapper mapper) {
        if (type.equals(FORM)) {
            return form();
        }
        if (!type.isEmpty() && !type.equals(JSON) && !type.endsWith("+json") && !type.equals("text/plain")) {
            throw HttpError.UNSUPPORTED_MEDIA_TYPE.problem(type, JSON + ", " + FORM);
        }
        if (text.isBlank()) {
            throw HttpError.MISSING_BODY.problem();
        }
        try {
            JsonNode read = mapper.readTree(text);
            if (!read.isObject() && !read.isArray()) {
                throw HookError.NOT_AN_OBJECT.problem();
            }
            return read;
        } catch (StreamConstraintsException tooDeep) {
            throw HttpError.BODY_LIMITS.problem();
        } catch (JacksonException malformed) {
            throw malformed.getLocation() == null
                    ? HttpError.BAD_REQUEST.problem()
                    : HttpError.MALFORMED_JSON.problem(
                            malformed.getLocation().getLineNr(),
                            malformed.getLocation().getColumnNr());
        }
    }

    private JsonNode form() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (String pair : text.split("&", -1)) {
            int sign = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = decoded(sign < 0 ? pair : pair.substring(0, sign));
                String value = sign < 0 ? "" : decoded(pair.substring(sign + 1));
                switch (all.get(name)) {
                    case null -> all.put(name, value);
                    case ArrayNode several -> several.add(value);
                    case JsonNode one -> all.putArray(name).add(one).add(value);
                }
            }
        }
        return all;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw HttpError.BAD_REQUEST.problem();
        }
    }
}
