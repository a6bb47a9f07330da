package io.zhike.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsTest {
    private final SettableClock clock = SettableClock.at("2026-11-22T08:00:00Z");
    private final String kind = "test." + UUID.randomUUID();
    private final List<String> log = new ArrayList<>();

    record Payload(String text, int number, Instant at) {}

    private record Handler(String kind, Consumer<JobRun<Payload>> work) implements JobHandler<Payload> {
        @Override
        public Class<Payload> payloadType() {
            return Payload.class;
        }

        @Override
        public void run(JobRun<Payload> run) {
            work.accept(run);
        }
    }

    private final Payload payload = new Payload("张三", 7, Instant.parse("2026-01-02T03:04:05.000006Z"));
    /** Jobs that the whole application has left due in the same database would be taken before the ones of a test. */
    @BeforeEach
    void onlyTheJobsOfATestAreThere() {
        TestDatabase.database()
                .writing(ctx -> ctx.deleteFrom(SystemSchema.table("job")).execute());
    }

    private final TestJobs test = jobs(run -> log.add(run.job().key() + " " + run.attempt()));
    private final Jobs jobs = test.jobs();

    @Test
    void runsAJobOnceWhenItIsDueAndForgetsIt() {
        jobs.schedule(job("a"), payload, clock.instant().plusSeconds(60));

        test.runDue();
        assertThat(log).isEmpty();

        clock.advance(Duration.ofSeconds(60));
        test.runDue();
        test.runDue();
        assertThat(log).containsExactly("a 1");
        assertThat(jobs.find(job("a"))).isNull();
    }

    @Test
    void handsThePayloadOnAsItWas() {
        List<Payload> seen = new ArrayList<>();
        TestJobs own = jobs(run -> seen.add(run.payload()));

        own.jobs().schedule(job("a"), payload, clock.instant());
        own.runDue();

        assertThat(seen).containsExactly(payload);
    }

    @Test
    void keepsOneJobPerKey() {
        assertThat(jobs.schedule(job("a"), payload, clock.instant())).isTrue();
        assertThat(jobs.schedule(job("a"), payload, clock.instant())).isFalse();
        assertThat(jobs.schedule(job("b"), payload, clock.instant())).isTrue();

        test.runDue();

        assertThat(log).containsExactlyInAnyOrder("a 1", "b 1");
    }

    @Test
    void schedulesWithTheTransactionOfItsCaller() {
        assertThatThrownBy(() -> TestDatabase.database().writing(ctx -> {
                    jobs.schedule(ctx, job("a"), payload, clock.instant());
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(jobs.find(job("a"))).isNull();
    }

    @Test
    void triesAFailedJobAgainLaterAndLaterAndShowsIt() {
        TestJobs failing = jobs(run -> {
            log.add("try " + run.attempt());
            if (run.attempt() < 3) {
                throw new IllegalArgumentException("no paper");
            }
        });
        failing.jobs().schedule(job("a"), payload, clock.instant());

        failing.runDue();

        JobState state = jobs.find(job("a"));
        assertThat(state.failures()).isOne();
        assertThat(state.lastError()).contains("no paper");
        assertThat(state.lastFailure()).isEqualTo(clock.instant());
        assertThat(state.due()).isEqualTo(clock.instant().plusSeconds(2));
        assertThat(jobs.failing(1000)).extracting(JobState::job).contains(job("a"));

        clock.advance(Duration.ofSeconds(2));
        failing.runDue();
        assertThat(jobs.find(job("a")).due()).isEqualTo(clock.instant().plusSeconds(4));

        clock.advance(Duration.ofSeconds(4));
        failing.runDue();
        assertThat(log).containsExactly("try 1", "try 2", "try 3");
        assertThat(jobs.find(job("a"))).isNull();
    }

    @Test
    void pausesBetweenTriesGrowToAnHour() {
        assertThat(JobTask.pause(0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(JobTask.pause(9)).isEqualTo(Duration.ofSeconds(1024));
        assertThat(JobTask.pause(11)).isEqualTo(Duration.ofHours(1));
        assertThat(JobTask.pause(10_000)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void repeatsARecurringJobAfterItsPauseAlsoAfterAFailure() {
        boolean[] broken = {false};
        TestJobs recurring = jobs(run -> {
            log.add("run");
            if (broken[0]) {
                throw new IllegalStateException("broken");
            }
        });
        recurring.jobs().scheduleRecurring(job("a"), payload, Duration.ofMinutes(5));

        recurring.runDue();
        assertThat(jobs.find(job("a")).due()).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));

        broken[0] = true;
        clock.advance(Duration.ofMinutes(5));
        recurring.runDue();
        broken[0] = false;
        clock.advance(Duration.ofSeconds(2));
        recurring.runDue();

        JobState state = jobs.find(job("a"));
        assertThat(log).hasSize(3);
        assertThat(state.failures()).isZero();
        assertThat(state.lastError()).isNull();
        assertThat(state.due()).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
    }

    @Test
    void schedulingARecurringJobAgainChangesItsPauseAndKeepsOne() {
        jobs.scheduleRecurring(job("a"), payload, Duration.ofMinutes(5));
        test.runDue();
        jobs.scheduleRecurring(job("a"), payload, Duration.ofHours(1));
        test.runDue();

        assertThat(log).hasSize(2);
        assertThat(jobs.find(job("a")).due()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void runsAgainWhenItAsksTo() {
        TestJobs again = jobs(run -> {
            log.add("run");
            if (log.size() < 2) {
                run.again(clock.instant().plusSeconds(30));
            }
        });
        again.jobs().schedule(job("a"), payload, clock.instant());

        again.runDue();
        assertThat(jobs.find(job("a")).failures()).isZero();
        again.runDue();
        assertThat(log).hasSize(1);

        clock.advance(Duration.ofSeconds(30));
        again.runDue();
        assertThat(log).hasSize(2);
        assertThat(jobs.find(job("a"))).isNull();
    }

    @Test
    void hastensAWaitingJobAndNeverPutsItOff() {
        jobs.schedule(job("a"), payload, clock.instant().plusSeconds(60));

        TestDatabase.database()
                .writing(ctx -> jobs.hasten(ctx, job("a"), clock.instant().plusSeconds(90)));
        assertThat(jobs.find(job("a")).due()).isEqualTo(clock.instant().plusSeconds(60));

        TestDatabase.database().writing(ctx -> jobs.hasten(ctx, job("a"), clock.instant()));
        test.runDue();
        assertThat(log).containsExactly("a 1");
    }

    @Test
    void doesNotRunWhatWasCancelled() {
        jobs.schedule(job("a"), payload, clock.instant());
        cancel("a");

        test.runDue();

        assertThat(log).isEmpty();
    }

    @Test
    void aRecurringJobCancelledWhileItRunsDoesNotComeBack() {
        TestJobs cancelling = jobs(run -> cancel("a"));
        cancelling.jobs().scheduleRecurring(job("a"), payload, Duration.ofMinutes(5));

        cancelling.runDue();

        assertThat(jobs.find(job("a"))).isNull();
    }

    @Test
    void aFailingJobCancelledWhileItRunsDoesNotComeBack() {
        TestJobs cancelling = jobs(run -> {
            cancel("a");
            throw new IllegalStateException("cancelled");
        });
        cancelling.jobs().schedule(job("a"), payload, clock.instant());

        cancelling.runDue();

        assertThat(jobs.find(job("a"))).isNull();
    }

    @Test
    void refusesTwoHandlersOfOneKind() {
        Handler handler = new Handler(kind, _ -> {});

        assertThatThrownBy(() -> TestJobs.of(clock, handler, handler)).hasMessageContaining(kind);
    }

    private TestJobs jobs(Consumer<JobRun<Payload>> work) {
        return TestJobs.of(clock, new Handler(kind, work));
    }

    private void cancel(@Nullable String key) {
        TestDatabase.database().writing(ctx -> jobs.cancel(ctx, job(key)));
    }

    private JobKey job(String key) {
        return new JobKey(kind, key);
    }
}
