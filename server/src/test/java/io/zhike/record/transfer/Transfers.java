package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Uploads, imports and exports as a browser does them. */
public final class Transfers {
    private static final String BOUNDARY = "a-boundary-that-no-file-has";
    private static final List<String> UNDER_WAY = List.of("queued", "running", "undoing");

    private final Client client;

    public Transfers(Client client) {
        this.client = client;
    }

    /** Sends one file, and beside it the parts {@code more}. */
    public Answer send(String path, String name, byte[] content, Map<String, String> more) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        more.forEach((part, value) -> body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return client.send(client.request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    Answer upload(String name, byte[] content) {
        return send("/api/v1/uploads", name, content, Map.of());
    }

    /** Makes an entity of the first sheet and waits until its rows are in; the code of the entity. */
    String start(String name, byte[] content, String label) {
        String upload = upload(name, content).expect(201).json().path("id").asString();
        JsonNode started = client.post("/api/v1/uploads/" + upload + "/entity", Map.of("label", Map.of("zh", label)))
                .expect(201)
                .json();
        JsonNode done = await(started.path("import").asString());
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
        return started.path("entity").asString();
    }

    /** Begins an import and waits for its end. */
    public JsonNode bring(String entity, String name, byte[] content, Map<String, String> more) {
        Map<String, String> parts = new LinkedHashMap<>(more);
        parts.put("entity", entity);
        return await(send("/api/v1/imports", name, content, parts)
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    public JsonNode bring(String entity, String csv, Map<String, String> more) {
        return bring(entity, "rows.csv", csv.getBytes(StandardCharsets.UTF_8), more);
    }

    public JsonNode bring(String entity, String csv) {
        return bring(entity, csv, Map.of());
    }

    JsonNode await(String id) {
        long end = System.nanoTime() + Duration.ofMinutes(8).toNanos();
        while (true) {
            JsonNode state = status(id);
            if (!UNDER_WAY.contains(state.path("state").asString())) {
                return state;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("not done in time: " + state);
            }
            LockSupport.parkNanos(Duration.ofMillis(40).toNanos());
        }
    }

    JsonNode status(String id) {
        return client.get("/api/v1/imports/" + id).expect(200).json();
    }

    JsonNode undo(String id) {
        client.post("/api/v1/imports/" + id + "/undo", "{}").expect(200);
        return await(id);
    }

    byte[] refused(String id, String format) {
        return client.get("/api/v1/imports/" + id + "/refused?format=" + format)
                .expect(200)
                .response()
                .body();
    }

    public String refusedText(String id) {
        return new String(refused(id, "csv"), StandardCharsets.UTF_8).replace("\uFEFF", "");
    }

    /** One figure over an entity; {@code where} may be blank. */
    BigDecimal figure(String entity, String fn, String of, String where) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("entity", entity);
        query.put("measures", List.of(fn.equals("count") ? Map.of("fn", fn) : Map.of("fn", fn, "of", of)));
        if (!where.isBlank()) {
            query.put("where", where);
        }
        JsonNode values = client.post("/api/v1/query", query)
                .expect(200)
                .json()
                .path("groups")
                .path(0)
                .path("values");
        return new BigDecimal(values.path(0).asString("0"));
    }

    BigDecimal sum(String entity, String field) {
        return figure(entity, "sum", field, "");
    }

    int count(String entity, String where) {
        return figure(entity, "count", "", where).intValueExact();
    }

    int count(String entity) {
        return count(entity, "");
    }

    void define(String code, String document) {
        client.put("/api/v1/definitions/entity/" + code, document).expect(200);
    }

    void publish() {
        client.post("/api/v1/publish", "{}").expect(200);
    }

    /** {@code read, created, updated, unchanged, refused} of an import. */
    static List<Integer> tally(JsonNode status) {
        return List.of("read", "created", "updated", "unchanged", "refused").stream()
                .map(name -> status.path(name).asInt(-1))
                .toList();
    }
}
