package io.zhike.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The scheduler with its threads, and two nodes on one database. */
@Timeout(60)
class JobSchedulerTest {
    private static final Duration DEAD_AFTER =
            JobScheduler.HEARTBEAT.multipliedBy(JobScheduler.MISSED_HEARTBEATS).plusSeconds(1);

    private final String kind = "test." + UUID.randomUUID();
    private final BlockingQueue<String> log = new ArrayBlockingQueue<>(100);

    record Nothing() {}

    private record Handler(String kind, Consumer<JobRun<Nothing>> work) implements JobHandler<Nothing> {
        @Override
        public Class<Nothing> payloadType() {
            return Nothing.class;
        }

        @Override
        public void run(JobRun<Nothing> run) {
            work.accept(run);
        }
    }

    @Test
    void startsAJobThatIsDueLongBeforeTheNextPoll() throws InterruptedException {
        Jobs jobs = new Jobs(TestDatabase.database(), Clock.systemUTC());
        CountDownLatch listening = new CountDownLatch(1);
        try (Signals signals = new Signals(TestDatabase.address().unpooled(), new Heard());
                JobScheduler scheduler = scheduler(jobs, signals, Clock.systemUTC(), run -> log.add(thread()))) {
            scheduler.start();
            signals.listen("any", _ -> listening.countDown());
            listening.await();
            long slowest = 0;
            for (int i = 0; i < 10; i++) {
                long start = System.nanoTime();
                jobs.schedule(
                        new JobKey(kind, "job " + i),
                        new Nothing(),
                        Clock.systemUTC().instant());
                assertThat(log.poll(20, TimeUnit.SECONDS)).isEqualTo("virtual");
                slowest = Math.max(slowest, System.nanoTime() - start);
            }
            assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void runsNothingBeforeItIsStarted() {
        SettableClock clock = SettableClock.at("2026-11-22T08:00:00Z");
        Jobs jobs = new Jobs(TestDatabase.database(), clock);
        JobKey job = new JobKey(kind, "a");
        try (Signals signals = new Signals(TestDatabase.address().unpooled(), new Heard());
                JobScheduler _ = scheduler(jobs, signals, clock, run -> log.add("run"))) {
            jobs.schedule(job, new Nothing(), clock.instant());
        }
        assertThat(log).isEmpty();
        assertThat(jobs.find(job)).isNotNull();
    }

    @Test
    void anotherNodeTakesOverTheJobOfANodeThatIsNotHeardOf() throws InterruptedException {
        SettableClock clock = SettableClock.at("2026-11-22T08:00:00Z");
        Jobs jobs = new Jobs(TestDatabase.database(), clock);
        JobKey job = new JobKey(kind, "a");
        CountDownLatch forever = new CountDownLatch(1);
        TestJobs other = TestJobs.of(jobs, clock, List.of(new Handler(kind, _ -> log.add("other"))));
        try (Signals signals = new Signals(TestDatabase.address().unpooled(), new Heard());
                JobScheduler dying = scheduler(jobs, signals, clock, _ -> hang(forever))) {
            dying.start();
            jobs.schedule(job, new Nothing(), clock.instant());
            assertThat(log.poll(20, TimeUnit.SECONDS)).isEqualTo("dying");

            other.reviveDead();
            other.runDue();
            assertThat(log).isEmpty();
            assertThat(jobs.find(job).runningOn()).isNotNull();

            clock.advance(DEAD_AFTER);
            other.reviveDead();
            other.runDue();
            assertThat(log).containsExactly("other");
            forever.countDown();
        }
        assertThat(jobs.find(job)).isNull();
    }

    @Test
    void tellsARunThatItsNodeIsStopping() throws InterruptedException {
        Clock clock = Clock.systemUTC();
        Jobs jobs = new Jobs(TestDatabase.database(), clock);
        JobKey job = new JobKey(kind, "a");
        try (Signals signals = new Signals(TestDatabase.address().unpooled(), new Heard());
                JobScheduler scheduler = scheduler(jobs, signals, clock, run -> {
                    log.add("running");
                    while (!run.isStopping()) {
                        Thread.onSpinWait();
                    }
                    run.again(clock.instant().plusSeconds(3600));
                })) {
            scheduler.start();
            jobs.schedule(job, new Nothing(), clock.instant());
            assertThat(log.poll(20, TimeUnit.SECONDS)).isEqualTo("running");
        }
        JobState state = jobs.find(job);
        assertThat(state.runningOn()).isNull();
        assertThat(state.failures()).isZero();
    }

    private void hang(CountDownLatch forever) {
        log.add("dying");
        try {
            forever.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private JobScheduler scheduler(Jobs jobs, Signals signals, Clock clock, Consumer<JobRun<Nothing>> work) {
        return new JobScheduler(TestDatabase.dataSource(), jobs, signals, clock, List.of(new Handler(kind, work)));
    }

    private static String thread() {
        return Thread.currentThread().isVirtual() ? "virtual" : "platform";
    }
}
