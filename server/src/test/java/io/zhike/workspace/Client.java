package io.zhike.workspace;

import io.zhike.http.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to a server over real HTTP. Immutable: {@link #with} gives another client. JSON is sent as text, or as anything that
 * the API's own mapper can write.
 */
public final class Client {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final JsonMapper JSON = JsonFormat.mapper();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final URI address;
    private final Map<String, String> headers;

    public Client(URI address) {
        this(address, Map.of());
    }

    private Client(URI address, Map<String, String> headers) {
        this.address = address;
        this.headers = headers;
    }

    /** This client with one header more, or with another value of it. */
    public Client with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Client(address, more);
    }

    /** This client with the same headers, at another node of the same installation. */
    public Client at(URI node) {
        return new Client(node, headers);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object json) {
        return send("POST", path, json);
    }

    public Answer put(String path, Object json) {
        return send("PUT", path, json);
    }

    public Answer patch(String path, Object json) {
        return send("PATCH", path, json);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** @param json null for no body; text is sent as it is */
    public Answer send(String method, String path, Object json) {
        if (json == null) {
            return send(request(path).method(method, BodyPublishers.noBody()));
        }
        String body = json instanceof String text ? text : JSON.writeValueAsString(json);
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofString(body));
        return send(headers.containsKey("Content-Type") ? request : request.header("Content-Type", "application/json"));
    }

    /** For what needs more than the methods above: has the address and the headers of this client. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
        headers.forEach(request::header);
        return request;
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
