package io.zhike.api;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.IsolationFixture;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for the operations of the document with values of a workspace that is filled by the {@link IsolationFixture}s. */
final class Prober {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, String> values = new LinkedHashMap<>();

    Prober(TestWorkspace workspace, String mark) {
        TestServer.context()
                .getBeansOfType(IsolationFixture.class)
                .values()
                .forEach(fixture -> values.putAll(fixture.fill(workspace, mark)));
    }

    /** Whether the workspace has something that the operation's path names. */
    boolean names(ApiOperation operation) {
        return values.keySet().stream().anyMatch(key -> key.startsWith(operation.path() + "#"));
    }

    /** A body that the operation takes, as far as it is known; null where it takes none. */
    @Nullable
    JsonNode body(ApiOperation operation) {
        String known = values.get(operation.toString());
        return known == null || operation.body() == null ? operation.body() : JSON.readTree(known);
    }

    Answer ask(Client client, ApiOperation operation, String path, @Nullable String body) {
        if (operation.takesFile() && operation.body() == null) {
            return client.with("Content-Type", "multipart/form-data; boundary=" + HostileFiles.BOUNDARY)
                    .send(operation.method(), path, body == null ? "" : body);
        }
        return client.send(operation.method(), path, operation.body() == null ? null : body);
    }

    /** As good as it can be asked. */
    Answer ask(Client client, ApiOperation operation) {
        JsonNode body = body(operation);
        return ask(client, operation, path(operation, Map.of()), body == null ? null : JSON.writeValueAsString(body));
    }

    /** The operation's path with its parameters; {@code instead} by name of a parameter. */
    String path(ApiOperation operation, Map<String, String> instead) {
        String path = operation.path();
        for (ApiOperation.Parameter each : operation.in("path")) {
            String usual = values.getOrDefault(operation.path() + "#" + each.name(), each.sample());
            path = path.replace("{" + each.name() + "}", encoded(instead.getOrDefault(each.name(), usual)));
        }
        String query = operation.in("query").stream()
                .filter(each -> instead.containsKey(each.name()))
                .map(each -> each.name() + "=" + encoded(instead.getOrDefault(each.name(), "")))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Every parameter of the operation with every text of {@code texts}, one at a time. */
    List<Map<String, String>> misused(ApiOperation operation, List<String> texts) {
        List<Map<String, String>> misused = new ArrayList<>();
        for (String place : List.of("path", "query")) {
            for (ApiOperation.Parameter parameter : operation.in(place)) {
                texts.forEach(text -> misused.add(Map.of(parameter.name(), text)));
            }
        }
        return misused;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
