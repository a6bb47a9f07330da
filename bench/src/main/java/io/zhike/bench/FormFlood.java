package io.zhike.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * A clerk's list while strangers flood a public form as fast as they can, with the limit for each address switched off: some
 * ask for the form, some send what solves no task, some send what does. The flood takes its share of the two cores as well.
 */
final class FormFlood implements Scenario {
    private static final int RECORDS = 100_000;
    private static final int STRANGERS = 16;
    private static final int SOLVED = 400;
    private static final int WARM_UP = 50;
    private static final int READS = 300;
    private static final int BOUND_MILLIS = 200;
    private static final String LIST = "/api/v1/records/customer?limit=50&sort=-created_at";
    private static final String GUEST = """
            {"kind": "entity", "code": "guest", "label": {"zh": "报名"}, "fields": [
              {"code": "name", "type": "text", "label": {"zh": "姓名"}, "title": true},
              {"code": "city", "type": "text", "label": {"zh": "城市"}}]}""";
    private static final String FORM = """
            {"kind": "public_form", "code": "signup", "label": {"zh": "报名"}, "entity": "guest", "fields": [
              {"field": "name"}, {"field": "city"}]}""";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<String> solutions = new ConcurrentLinkedQueue<>();
    private final LongAdder asked = new LongAdder();
    private final LongAdder taken = new LongAdder();
    private final LongAdder refused = new LongAdder();

    @Override
    public String name() {
        return "form-flood";
    }

    @Override
    public List<Outcome> run(Settings settings) throws Exception {
        try (Server server = Server.start(settings)) {
            CustomerWorld world = CustomerWorld.on(server);
            world.fill(settings.scaled(RECORDS));
            URI form = publish(server);
            for (int i = 0; i < SOLVED; i++) {
                solutions.add(solved(form));
            }
            Client clerk = world.clerk();
            Times calm = reads(clerk);
            AtomicBoolean over = new AtomicBoolean();
            try (ExecutorService strangers = Executors.newFixedThreadPool(STRANGERS)) {
                for (int i = 0; i < STRANGERS; i++) {
                    int which = i;
                    strangers.submit(() -> flood(form, which, over));
                }
                long start = System.nanoTime();
                Times flooded = reads(clerk);
                double seconds = (System.nanoTime() - start) / 1e9;
                over.set(true);
                strangers.shutdown();
                if (!strangers.awaitTermination(1, TimeUnit.MINUTES) || taken.sum() == 0) {
                    throw new IllegalStateException("the flood did not reach the form");
                }
                return List.of(outcome(calm, flooded, seconds));
            }
        }
    }

    private Outcome outcome(Times calm, Times flooded, double seconds) {
        String against = String.format(
                Locale.ROOT,
                "list %s, calm %s; %.0f requests a second: forms %d, taken %d, refused %d",
                flooded,
                calm,
                (asked.sum() + taken.sum() + refused.sum()) / seconds,
                asked.sum(),
                taken.sum(),
                refused.sum());
        return Outcome.atMost(name(), flooded.percentile(95), "ms, p95 of a list", against, BOUND_MILLIS);
    }

    private static Times reads(Client clerk) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            clerk.read(LIST);
        }
        Times times = new Times();
        for (int i = 0; i < READS; i++) {
            times.of(() -> clerk.read(LIST));
        }
        return times;
    }

    private static URI publish(Server server) throws IOException, InterruptedException {
        Client admin = server.admin();
        admin.put("/api/v1/definitions/entity/guest", GUEST);
        admin.put("/api/v1/definitions/public_form/signup", FORM);
        admin.post("/api/v1/publish", "{}");
        String path = admin.get("/api/v1/public-forms")
                .path("items")
                .path(0)
                .path("path")
                .asString();
        return URI.create(server.address() + "/api/v1/public" + path.replaceFirst("^/f", "/forms"));
    }

    private void flood(URI form, int which, AtomicBoolean over) {
        try {
            while (!over.get()) {
                if (which % 2 == 0) {
                    http.send(HttpRequest.newBuilder(form).build(), BodyHandlers.discarding());
                    asked.increment();
                } else {
                    String solution = solutions.poll();
                    boolean success = send(form, solution == null ? submission("", "0") : solution) == 201;
                    (success ? taken : refused).increment();
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int send(URI form, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(form)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** A submission with the work done that a browser does. */
    private String solved(URI form) throws Exception {
        HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(form).build(), BodyHandlers.ofByteArray());
        var task = Client.JSON.readTree(answer.body()).path("task");
        String text = task.path("text").asString();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (long n = 0; ; n++) {
            byte[] hash = digest.digest((text + ":" + n).getBytes(StandardCharsets.US_ASCII));
            if (zeroBits(hash) >= task.path("bits").asInt()) {
                return submission(text, Long.toString(n));
            }
        }
    }

    private static int zeroBits(byte[] hash) {
        int first =
                Integer.numberOfLeadingZeros((hash[0] & 0xff) << 24 | (hash[1] & 0xff) << 16 | (hash[2] & 0xff) << 8);
        return Math.min(first, 24);
    }

    private static String submission(String task, String answer) {
        return Client.JSON.writeValueAsString(
                Map.of("values", Map.of("name", "访客", "city", "杭州"), "task", task, "answer", answer));
    }
}
