package io.zhike.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The programmer's guide says what is true: its examples are sent to the server, one after the other. */
class ApiGuideTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern EXAMPLE =
            Pattern.compile("```http\\n([A-Z]+) (\\S+)\\n(?:(\\{.*})\\n)?→ (\\d{3}) (.*)\\n```");
    private static final Pattern PATH = Pattern.compile("`(?:[A-Z]+ )?(/api/v1/[^`?]+)`");
    private static final int EXAMPLES = 11;

    @ParameterizedTest
    @ValueSource(strings = {"api.md", "api.zh-CN.md"})
    void givesExamplesThatTheServerAnswersAsItSays(String page) throws IOException {
        TestWorkspace workspace = TestServer.newWorkspace();
        workspace.admin().post("/api/v1/apps", "{\"template\": \"starter\"}").expect(201);
        Matcher examples = EXAMPLE.matcher(text(page));
        int found = 0;
        while (examples.find()) {
            check(workspace.admin(), examples);
            found++;
        }
        assertThat(found).isEqualTo(EXAMPLES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.md", "api.zh-CN.md"})
    void namesOnlyPathsThatThereAre(String page) throws IOException {
        JsonNode paths = BaseDocument.load().in(io.zhike.message.Language.EN).path("paths");
        Set<String> named = new TreeSet<>();
        Matcher matcher = PATH.matcher(text(page));
        while (matcher.find()) {
            named.add(matcher.group(1));
        }
        assertThat(named).isNotEmpty().allMatch(paths::has);
    }

    private static void check(Client client, Matcher example) {
        Answer answer = client.send(example.group(1), example.group(2), example.group(3));
        answer.expect(Integer.parseInt(example.group(4)));
        // What the page leaves out of an answer may be anything.
        String told = example.group(5).replace("[…]", "\"…\"");
        assertHolds(JSON.readTree(told), answer.json(), answer.toString());
    }

    /** {@code told} is all in {@code answered}, which may say more. */
    private static void assertHolds(JsonNode told, JsonNode answered, String where) {
        if (told.isObject()) {
            told.properties().forEach(entry -> assertHolds(entry.getValue(), answered.path(entry.getKey()), where));
        } else if (told.isArray()) {
            assertThat(answered.size()).as(where).isEqualTo(told.size());
            for (int i = 0; i < told.size(); i++) {
                assertHolds(told.get(i), answered.get(i), where);
            }
        } else if (told.asString().contains("…")) {
            assertThat(answered.isMissingNode() || answered.isNull()).as(where).isFalse();
        } else {
            assertThat(answered).as(where).isEqualTo(told);
        }
    }

    private static String text(String page) throws IOException {
        Path docs = Files.isDirectory(Path.of("docs")) ? Path.of("docs") : Path.of("../docs");
        return Files.readString(docs.resolve(page));
    }
}
