package io.zhike.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something that is measured in a real browser, by a script of its name in {@code e2e/bench}: it is given the address and the
 * password of a new server and prints {@code value}, {@code unit}, {@code against} and {@code bound} as a line of JSON.
 */
record InBrowser(String name) implements Scenario {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public List<Outcome> run(Settings settings) throws IOException, InterruptedException {
        try (Server server = Server.start(settings)) {
            Path folder = settings.browser();
            ProcessBuilder node = new ProcessBuilder("node", "bench/" + name + ".mjs")
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            node.environment().put("ZHIKE_URL", server.address());
            node.environment().put("ZHIKE_PASSWORD", Server.PASSWORD);
            Process process = node.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException("bench/" + name + ".mjs ended with " + status);
            }
            return List.of(outcome(JSON.readTree(said)));
        }
    }

    private Outcome outcome(JsonNode said) {
        return Outcome.atMost(
                name,
                said.required("value").asDouble(),
                said.required("unit").asString(),
                said.required("against").asString(),
                said.required("bound").asDouble());
    }
}
