package io.zhike.bench;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What readers notice of a field, with an index, that is added to a large entity. */
final class FieldAdd implements Scenario {
    private static final int RECORDS = 1_000_000;
    private static final String LIST = "/api/v1/records/customer?limit=1";

    @Override
    public String name() {
        return "field-add";
    }

    @Override
    public List<Outcome> run(Settings settings) throws Exception {
        try (Server server = Server.start(settings)) {
            CustomerWorld world = CustomerWorld.on(server);
            world.fill(settings.scaled(RECORDS));
            Client admin = server.admin();
            Client reader = server.admin();
            String id = reader.get(LIST).path("items").path(0).path("id").asString();
            String path = "/api/v1/records/customer/" + id;
            Times before = new Times();
            for (int i = 0; i < 500; i++) {
                reader.read(path);
            }
            for (int i = 0; i < 500; i++) {
                before.of(() -> reader.read(path));
            }
            admin.put("/api/v1/definitions/entity/customer", wider(admin));
            Times during = new Times();
            long start = System.nanoTime();
            publishing(admin, () -> during.of(() -> reader.read(path)));
            double took = (System.nanoTime() - start) / 1e9;
            String against = "longest read before %.1f ms; publish took %.1f s, %d reads meanwhile"
                    .formatted(before.percentile(100), took, during.count());
            return List.of(Outcome.atMost(name(), during.percentile(100), "ms, longest read", against, 100));
        }
    }

    private static String wider(Client admin) throws Exception {
        JsonNode entity = admin.get("/api/v1/definitions/entity/customer");
        ArrayNode fields = (ArrayNode) entity.path("fields");
        ObjectNode field =
                fields.addObject().put("code", "credit").put("type", "number").put("indexed", true);
        field.putObject("label").put("zh", "信用额度");
        return entity.toString();
    }

    private static void publishing(Client admin, Times.Work reading) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<JsonNode> publish = thread.submit(() -> {
                try {
                    return admin.post("/api/v1/publish", "{}");
                } finally {
                    done.set(true);
                }
            });
            while (!done.get()) {
                reading.run();
            }
            publish.get();
        }
    }
}
