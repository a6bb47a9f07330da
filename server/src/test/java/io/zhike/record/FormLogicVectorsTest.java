package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gate in by the vectors that the browser's forms are held to as well. */
class FormLogicVectorsTest {
    private static final JsonNode VECTORS = vectors();
    private static final TestWorkspace COMPANY = TestServer.newWorkspace();
    private static final Map<String, String> RELATED = new HashMap<>();

    static {
        define("spec_client", VECTORS.path("client"));
        define("spec_bid", VECTORS.path("entity"));
        COMPANY.admin().post("/api/v1/publish", "{}").expect(200);
        VECTORS.path("related")
                .properties()
                .forEach(each -> RELATED.put(each.getKey(), made("spec_client", each.getValue())));
    }

    private static JsonNode vectors() {
        try {
            return JsonMapper.builder().build().readTree(Files.readString(Path.of("../spec/form/logic.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void define(String code, JsonNode document) {
        COMPANY.admin()
                .put("/api/v1/definitions/entity/" + code, document.toString())
                .expect(200);
    }

    private static String made(String entity, JsonNode values) {
        return COMPANY.admin()
                .post("/api/v1/records/" + entity, resolved(values))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static String resolved(JsonNode values) {
        String text = values.toString();
        for (Map.Entry<String, String> each : RELATED.entrySet()) {
            text = text.replace("\"@" + each.getKey() + "\"", "\"" + each.getValue() + "\"");
        }
        return text;
    }

    static Stream<JsonNode> cases() {
        return VECTORS.path("cases").valueStream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesWhatTheVectorSays(JsonNode vector) {
        List<String> refused =
                vector.path("refused").valueStream().map(JsonNode::stringValue).toList();
        assertThat(issues(answer(vector))).containsExactlyInAnyOrderElementsOf(refused);
    }

    private static Answer answer(JsonNode vector) {
        if (!vector.has("before")) {
            return COMPANY.admin().post("/api/v1/records/spec_bid", resolved(vector.path("set")));
        }
        JsonNode before = vector.path("before").deepCopy();
        JsonNode then = ((tools.jackson.databind.node.ObjectNode) before).remove("_then");
        String address = "/api/v1/records/spec_bid/" + made("spec_bid", before);
        if (then != null) {
            COMPANY.admin().patch(address, resolved(then)).expect(200);
        }
        return COMPANY.admin().patch(address, resolved(vector.path("set")));
    }

    private static List<String> issues(Answer answer) {
        if (answer.status() < 300) {
            return List.of();
        }
        List<String> issues = answer.json()
                .path("errors")
                .valueStream()
                .map(each ->
                        each.path("path").asString() + " " + each.path("code").asString())
                .toList();
        return issues.isEmpty() ? List.of(" " + answer.code()) : issues;
    }

    @Test
    void describesTheEntityAsTheBrowserIsGivenIt() {
        JsonNode described =
                COMPANY.admin().get("/api/v1/entities/spec_bid").expect(200).json();
        assertThat(described).as(described.toString()).isEqualTo(VECTORS.path("described"));
    }
}
