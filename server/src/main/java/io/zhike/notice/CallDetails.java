package io.zhike.notice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a call of another system needs beside its address and body.
 *
 * @param method such as {@code POST}
 * @param headers in the order in which they were written
 */
public record CallDetails(String method, Map<String, String> headers) {
    private static final String METHOD = "method";
    private static final String HEADERS = "headers";

    public CallDetails {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** As a message carries it. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put(METHOD, method);
        ObjectNode written = json.putObject(HEADERS);
        headers.forEach(written::put);
        return json;
    }

    static CallDetails read(@Nullable ObjectNode json) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (json != null) {
            json.path(HEADERS)
                    .properties()
                    .forEach(each -> headers.put(each.getKey(), each.getValue().asString()));
        }
        return new CallDetails(json == null ? "POST" : json.path(METHOD).asString("POST"), headers);
    }
}
