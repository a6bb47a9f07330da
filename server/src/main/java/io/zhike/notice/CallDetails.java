package io.zhike.notice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a call of another system needs beside its address and body.
 *
 * @param method such as {@code POST}
 * @param headers in the order in which they were written
 * @param credentials codes of the credentials that further headers are filled with, by the names of these
 */
public record CallDetails(String method, Map<String, String> headers, Map<String, String> credentials) {
    private static final String METHOD = "method";
    private static final String HEADERS = "headers";
    private static final String CREDENTIALS = "credentials";

    public CallDetails {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        credentials = Collections.unmodifiableMap(new LinkedHashMap<>(credentials));
    }

    /** As a message carries it. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put(METHOD, method);
        put(json.putObject(HEADERS), headers);
        put(json.putObject(CREDENTIALS), credentials);
        return json;
    }

    private static void put(ObjectNode json, Map<String, String> texts) {
        texts.forEach(json::put);
    }

    static CallDetails read(@Nullable ObjectNode json) {
        if (json == null) {
            return new CallDetails("POST", Map.of(), Map.of());
        }
        return new CallDetails(
                json.path(METHOD).asString("POST"), texts(json.path(HEADERS)), texts(json.path(CREDENTIALS)));
    }

    private static Map<String, String> texts(JsonNode json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asString()));
        return texts;
    }
}
