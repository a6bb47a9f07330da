package io.zhike.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who is signed in. Keeps connections alive, as a browser does. Fails on every answer that is no success. */
final class Client {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String cookie;

    private Client(String address, String cookie) {
        this.address = address;
        this.cookie = cookie;
    }

    static Client signedIn(int port, String account, String password) throws IOException, InterruptedException {
        Client stranger = new Client("http://127.0.0.1:" + port, "");
        String body = JSON.writeValueAsString(Map.of("account", account, "password", password));
        HttpResponse<byte[]> answer = stranger.send("POST", "/api/v1/session", body);
        String cookie = answer.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
        return new Client(stranger.address, cookie);
    }

    /** A connection that posts to {@code path} as this one would. */
    Wire wire(String path) throws IOException {
        return new Wire(URI.create(address).getPort(), path, cookie);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send("GET", path, null).body());
    }

    /** As {@link #get}, without looking at the answer. */
    void read(String path) throws IOException, InterruptedException {
        send("GET", path, null);
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        return JSON.readTree(send("POST", path, json).body());
    }

    void put(String path, String json) throws IOException, InterruptedException {
        send("PUT", path, json);
    }

    void patch(String path, String json) throws IOException, InterruptedException {
        send("PATCH", path, json);
    }

    /** Whether what is at {@code path} is there for whoever asks. */
    boolean reaches(String path) throws IOException, InterruptedException {
        int status = http.send(request(path).build(), BodyHandlers.discarding()).statusCode();
        if (status != 200 && status != 404) {
            throw new IOException(path + " -> " + status);
        }
        return status == 200;
    }

    /** Sends a file with the fields that go with it. */
    JsonNode upload(String path, Path file, Map<String, String> fields) throws IOException, InterruptedException {
        String boundary = "zhike-bench-boundary";
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            head.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                            + "\"\r\n\r\n" + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        head.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + file.getFileName() + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        byte[] foot = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpRequest request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head.toByteArray()),
                        BodyPublishers.ofByteArray(Files.readAllBytes(file)),
                        BodyPublishers.ofByteArray(foot)))
                .build();
        return JSON.readTree(
                checked(http.send(request, BodyHandlers.ofByteArray())).body());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(10));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    /** Without a body, and without looking at the answer. */
    void send(String method, String path) throws IOException, InterruptedException {
        send(method, path, null);
    }

    private HttpResponse<byte[]> send(String method, String path, @org.jspecify.annotations.Nullable String json)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        if (json == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json));
        }
        return checked(http.send(request.build(), BodyHandlers.ofByteArray()));
    }

    private static HttpResponse<byte[]> checked(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.request().method() + " " + answer.uri() + " -> " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }
}
