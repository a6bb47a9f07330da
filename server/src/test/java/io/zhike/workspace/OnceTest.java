package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.http.HttpError;
import io.zhike.http.Idempotency;
import io.zhike.message.ProblemException;
import io.zhike.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** A request that is sent again has its effect once. */
class OnceTest {
    private static final String GROUP = "{\"name\": \"销售A组\"}";

    private final TestWorkspace acme = TestServer.newWorkspace();
    private final Client keyed = acme.admin().with("Idempotency-Key", "key-1");

    @Test
    void answersTheSameAgainAndDoesNothing() {
        Answer first = keyed.post("/api/v1/groups", GROUP).expect(201);
        Answer again = keyed.post("/api/v1/groups", GROUP).expect(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(groups()).isEqualTo(1);
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        keyed.post("/api/v1/groups", GROUP).expect(201);
        keyed.post("/api/v1/groups", "{\"name\": \"销售B组\"}").expect(422, "idempotency-key-reused");
        keyed.post("/api/v1/departments", GROUP).expect(422, "idempotency-key-reused");
        assertThat(groups()).isEqualTo(1);
    }

    @Test
    void leavesTheKeyFreeWhenTheEffectIsRefused() {
        keyed.post("/api/v1/groups", "{\"name\": \" \"}").expect(400);
        keyed.post("/api/v1/groups", GROUP).expect(201);
    }

    @Test
    void keepsTheKeysOfCallersApart() {
        keyed.post("/api/v1/groups", GROUP).expect(201);
        TestServer.newWorkspace()
                .admin()
                .with("Idempotency-Key", "key-1")
                .post("/api/v1/groups", GROUP)
                .expect(201);
    }

    @Test
    void refusesKeysThatAreNone() {
        for (String key : new String[] {"with space", "x".repeat(201)}) {
            acme.admin()
                    .with("Idempotency-Key", key)
                    .post("/api/v1/groups", GROUP)
                    .expect(400, "idempotency-key-invalid");
        }
    }

    @Test
    void makesOneOfManySentAtOnce() throws Exception {
        int clients = 8;
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return keyed.post("/api/v1/groups", GROUP);
                }));
            }
            start.countDown();
            String body = answers.getFirst().get().expect(201).text();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().expect(201).text()).isEqualTo(body);
            }
        }
        assertThat(groups()).isEqualTo(1);
    }

    @Test
    void waitsForTheFirstAndGoesOnWhenItIsRolledBack() throws Exception {
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch crash = new CountDownLatch(1);
        Idempotency request = new Idempotency("crash", "f");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Object> crashing = () -> once(request, ctx -> {
                claimed.countDown();
                await(crash);
                throw new IllegalStateException("the node dies");
            });
            Future<Object> first = threads.submit(crashing);
            claimed.await();
            Future<Object> second = threads.submit(() -> once(request, ctx -> "made"));
            crash.countDown();
            assertThatThrownBy(first::get).hasRootCauseMessage("the node dies");
            assertThat(second.get()).isEqualTo("\"made\"");
        }
    }

    @Test
    void forgetsAnswersAfterADay() {
        Instant start = Instant.parse("2026-11-22T00:00:00Z");
        assertThat(claim(start, "a")).isTrue();
        assertThat(claim(start.plus(Duration.ofHours(23)), "a")).isFalse();
        assertThat(claim(start.plus(Duration.ofHours(25)), "a")).isTrue();
        assertThat(claim(start.plus(Duration.ofHours(26)), "a")).isFalse();
    }

    @Test
    void saysThatAKeyIsInUseWhenTheFirstTakesTooLong() {
        bean().writing(holding -> {
            answers(holding, Instant.now()).claim("slow", "f");
            assertThatThrownBy(() -> bean().writing(ctx -> {
                        new StoredAnswers(
                                        ctx,
                                        acme.workspace().schema(),
                                        acme.administrator().id(),
                                        Instant.now(),
                                        Duration.ofMillis(50))
                                .claim("slow", "f");
                    }))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem ->
                                    assertThat(problem.message().code()).isEqualTo(HttpError.IDEMPOTENCY_KEY_IN_USE));
        });
    }

    private Object once(Idempotency request, java.util.function.Function<DSLContext, ?> effect) {
        return TestServer.bean(Once.class)
                .write(acme.caller(), request, HttpStatus.CREATED, effect)
                .getBody();
    }

    private boolean claim(Instant at, String key) {
        return bean().write(ctx -> {
            StoredAnswers answers = answers(ctx, at);
            boolean fresh = answers.claim(key, "f").isEmpty();
            if (fresh) {
                answers.keep(key, new Idempotency.Answer("f", 201, "{}"));
            }
            return fresh;
        });
    }

    private StoredAnswers answers(DSLContext ctx, Instant at) {
        return new StoredAnswers(
                ctx, acme.workspace().schema(), acme.administrator().id(), at);
    }

    private int groups() {
        return acme.admin().get("/api/v1/groups").json().path("items").size();
    }

    private static Database bean() {
        return TestServer.bean(Database.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
