package io.zhike.api;

import io.zhike.message.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An operation of the API as its document tells of it.
 *
 * @param body a body that is as the document says, null where the operation takes no JSON
 */
record ApiOperation(
        String method,
        String path,
        List<Parameter> parameters,
        @Nullable JsonNode body,
        boolean takesFile,
        boolean open) {

    /** @param sample a value that is as the document says */
    record Parameter(String name, String place, String sample) {}

    /**
     * All that the document tells of and that comes to an end, as streams of events do not: what reads first, and what takes
     * away last.
     */
    static List<ApiOperation> all() {
        JsonNode document = BaseDocument.load().in(Language.EN);
        List<ApiOperation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (!operation.getKey().equals("parameters") && ends(operation.getValue())) {
                        all.add(of(document, path.getKey(), path.getValue(), operation.getKey(), operation.getValue()));
                    }
                }));
        all.sort(Comparator.comparing(ApiOperation::order));
        return all;
    }

    private static boolean ends(JsonNode operation) {
        return !operation.path("responses").path("200").path("content").has("text/event-stream");
    }

    private static ApiOperation of(JsonNode document, String path, JsonNode item, String method, JsonNode operation) {
        SampleJson samples = new SampleJson(document);
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode list : List.of(item.path("parameters"), operation.path("parameters"))) {
            list.forEach(each -> {
                JsonNode parameter = samples.resolved(each);
                JsonNode sample = samples.of(parameter.path("schema"));
                String value = (sample.isArray() ? sample.path(0) : sample).asString("");
                parameters.add(new Parameter(
                        parameter.path("name").asString(), parameter.path("in").asString(), value));
            });
        }
        JsonNode content = samples.resolved(operation.path("requestBody")).path("content");
        JsonNode json = content.path("application/json").path("schema");
        return new ApiOperation(
                method.toUpperCase(Locale.ROOT),
                path,
                List.copyOf(parameters),
                json.isMissingNode() ? null : samples.of(json),
                content.has("multipart/form-data"),
                operation.path("security").isArray()
                        && operation.path("security").isEmpty());
    }

    boolean isRead() {
        return method.equals("GET");
    }

    List<Parameter> in(String place) {
        return parameters.stream().filter(each -> each.place().equals(place)).toList();
    }

    /** Signing out is the very last, as whoever asks is a stranger afterwards. */
    private int order() {
        if (path.equals("/api/v1/session")) {
            return 4;
        }
        return switch (method) {
            case "GET" -> 0;
            case "DELETE" -> 3;
            default -> path.contains("purge") || path.contains("bulk-delete") ? 2 : 1;
        };
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
