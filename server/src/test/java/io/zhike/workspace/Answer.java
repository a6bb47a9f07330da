package io.zhike.workspace;

import io.zhike.http.JsonFormat;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What a server answered. */
public record Answer(HttpResponse<byte[]> response) {
    private static final JsonMapper JSON = JsonFormat.mapper();

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The body; missing where there is none. */
    public JsonNode json() {
        return response.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(response.body());
    }

    /** The header's first value, or an empty text. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The stable code of a problem, or an empty text. */
    public String code() {
        return json().path("code").asString("");
    }

    /** This answer, if it has {@code status}; else fails with all that the server said. */
    public Answer expect(int status) {
        if (status() != status) {
            throw new AssertionError("expected " + status + " but was " + this);
        }
        return this;
    }

    /** This answer, if it is the problem {@code code} with {@code status}. */
    public Answer expect(int status, String code) {
        if (!code.equals(expect(status).code())) {
            throw new AssertionError("expected the problem " + code + " but was " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return response.request().method() + " " + response.uri().getPath() + " -> " + status() + " " + text();
    }
}
