package io.zhike.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is new comes by itself, to whom it is for, for as long as they are signed in. */
class LiveTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String END = "end";

    private final NoticeWorld world = new NoticeWorld();
    private final Client li = world.li.client();

    /** One stream, read line by line by a thread of its own. */
    private static final class Listening implements AutoCloseable {
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
        private final HttpResponse<InputStream> response;

        Listening(Client client) throws IOException, InterruptedException {
            response = HTTP.send(client.request("/api/v1/live").build(), HttpResponse.BodyHandlers.ofInputStream());
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                String event = "";
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.startsWith("event:")) {
                        event = line.substring(6);
                    } else if (line.startsWith("data:")) {
                        events.add(event + " " + line.substring(5));
                    }
                }
            } catch (IOException gone) {
                events.add("broken");
            }
            events.add(END);
        }

        String next() throws InterruptedException {
            String event = events.poll(60, TimeUnit.SECONDS);
            return event == null ? "nothing" : event;
        }

        /** Up to one that begins so. */
        String nextOf(String kind) throws InterruptedException {
            String event = next();
            while (!event.startsWith(kind) && !event.equals("nothing") && !event.equals(END)) {
                event = next();
            }
            return event;
        }

        /** Until each of {@code wanted} came, in whatever order: a signal may come around once more. */
        @SafeVarargs
        final void until(Predicate<String>... wanted) throws InterruptedException {
            List<String> came = new ArrayList<>();
            while (Stream.of(wanted).anyMatch(each -> came.stream().noneMatch(each))) {
                came.add(next());
                assertThat(came).doesNotContain("nothing", END);
            }
        }

        @Override
        public void close() throws IOException {
            response.body().close();
        }
    }

    @Test
    void beginsWithHowItStandsAndTellsWhatComes() throws Exception {
        try (Listening live = new Listening(li)) {
            assertThat(live.response.statusCode()).isEqualTo(200);
            assertThat(live.response.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            assertThat(List.of(live.next(), live.next()))
                    .containsExactlyInAnyOrder(
                            "notice {\"unread\":0,\"latest\":null}", "todo {\"open\":0,\"overdue\":0,\"today\":0}");
            world.admin
                    .post("/api/v1/todos", Map.of("title", "发合同", "assignee", world.li.id()))
                    .expect(201);
            live.until(
                    each -> each.startsWith("todo") && each.contains("\"open\":1"),
                    each -> each.startsWith("notice") && each.contains("\"unread\":1") && each.contains("新待办：发合同"));
            li.post("/api/v1/notices/read", "{\"all\": true}").expect(200);
            live.until(each -> each.equals("notice {\"unread\":0,\"latest\":null}"));
        }
    }

    @Test
    void tellsNobodyWhatIsForAnother() throws Exception {
        try (Listening live = new Listening(world.wang.client())) {
            live.next();
            live.next();
            world.admin
                    .post("/api/v1/todos", Map.of("title", "机密", "assignee", world.li.id()))
                    .expect(201);
            world.admin
                    .post("/api/v1/todos", Map.of("title", "给王芳", "assignee", world.wang.id()))
                    .expect(201);
            String told = live.nextOf("notice");
            assertThat(told).contains("给王芳").doesNotContain("机密").contains("\"unread\":1");
        }
    }

    @Test
    void endsOnSigningOut() throws Exception {
        try (Listening live = new Listening(li)) {
            live.next();
            live.next();
            li.delete("/api/v1/session").expect(204);
            assertThat(live.nextOf(END)).isEqualTo(END);
        }
        li.get("/api/v1/live").expect(401, "sign-in-needed");
    }

    @Test
    void endsWhenItsMemberLeavesAndWhenItsKeyIsRevoked() throws Exception {
        Client key = world.company.keyOf(world.wang);
        try (Listening live = new Listening(li);
                Listening byKey = new Listening(key)) {
            for (Listening each : List.of(live, byKey)) {
                each.next();
                each.next();
            }
            world.admin
                    .patch("/api/v1/members/" + world.li.id(), Map.of("active", false))
                    .expect(200);
            assertThat(live.nextOf(END)).isEqualTo(END);
            String id = world.wang
                    .client()
                    .get("/api/v1/keys")
                    .json()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString();
            world.wang.client().delete("/api/v1/keys/" + id).expect(204);
            assertThat(byKey.nextOf(END)).isEqualTo(END);
        }
    }

    @Test
    void theOldestOfTooManyIsToldToGo() throws Exception {
        List<Listening> all = new ArrayList<>();
        try {
            for (int i = 0; i <= LiveStreams.MOST_OF_ONE; i++) {
                Listening live = new Listening(li);
                live.next();
                live.next();
                all.add(live);
            }
            assertThat(all.getFirst().nextOf("bye")).isEqualTo("bye {}");
            assertThat(all.getFirst().next()).isEqualTo(END);
            world.admin
                    .post("/api/v1/todos", Map.of("title", "x", "assignee", world.li.id()))
                    .expect(201);
            assertThat(all.getLast().nextOf("todo")).contains("\"open\":1");
        } finally {
            for (Listening each : all) {
                each.close();
            }
        }
    }

    @Test
    void whoIsGoneIsForgottenAtTheNextWord() throws Exception {
        LiveStreams streams = TestServer.bean(LiveStreams.class);
        Listening live = new Listening(li);
        live.next();
        live.next();
        assertThat(streams.in(world.workspace)).isOne();
        live.close();
        long patience = System.nanoTime() + 60_000_000_000L;
        while (streams.in(world.workspace) > 0) {
            assertThat(System.nanoTime()).as("who is gone is forgotten").isLessThan(patience);
            world.admin
                    .post("/api/v1/todos", Map.of("title", "x", "assignee", world.li.id()))
                    .expect(201);
        }
    }
}
