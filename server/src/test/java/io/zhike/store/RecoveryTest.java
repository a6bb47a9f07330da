package io.zhike.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import io.zhike.store.embedded.Durability;
import io.zhike.store.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What callers see while the server is away or its disk is full, and that they need do nothing to go on afterwards. */
@Timeout(120)
class RecoveryTest {
    private Path home;
    private boolean mounted;

    @BeforeEach
    void createHome() throws IOException {
        home = Files.createTempDirectory(TestDatabase.target(), "recovery-");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @AfterEach
    void deleteHome() throws Exception {
        if (mounted) {
            assertThat(run("umount", home.toString())).isZero();
        }
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void goesOnAfterPostgresWasKilledWhileATransactionRan() throws Exception {
        try (EmbeddedPostgres server = start();
                HikariDataSource pool = OwnDatabase.in(server).pool(4)) {
            Database database = new Database(pool);
            create(database);
            insert(database, 1);

            assertThatThrownBy(() -> database.writing(ctx -> {
                        ctx.execute("insert into zhike.kept values (2, '')");
                        ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
                        while (true) {
                            ctx.execute("select 1");
                        }
                    }))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.message().code()).isEqualTo(StoreError.DATABASE_UNAVAILABLE));

            assertThat(untilCounted(database)).isOne();
            insert(database, 2);
        }
    }

    @Test
    void saysThatTheDiskIsFullAndGoesOnWhenItIsNotAnyMore() throws Exception {
        mount("300m");
        try (EmbeddedPostgres server = start();
                HikariDataSource pool = OwnDatabase.in(server).pool(4)) {
            Database database = new Database(pool);
            create(database);
            insert(database, 1);
            Path ballast = fill();

            assertThatThrownBy(() -> {
                        for (int i = 2; i < 10_000; i++) {
                            insert(database, i);
                        }
                    })
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.message().code())
                                    .isIn(StoreError.DATABASE_FULL, StoreError.DATABASE_UNAVAILABLE));

            Files.delete(ballast);
            assertThat(untilCounted(database)).isPositive();
            insert(database, 20_000);
        }
    }

    @Test
    void saysThatThereIsNoSpaceToBeginWith() throws Exception {
        mount("24m");

        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.message().in(Language.EN))
                                .startsWith("The disk is full: ")
                                .contains(home.toString()));
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(home, TestDatabase.target(), Durability.FULL);
    }

    private void mount(String size) throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "mode=711,size=" + size, "tmpfs", home.toString()) == 0;
        assumeTrue(mounted, "mounting a small disk needs root");
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private Path fill() throws IOException {
        Path ballast = home.resolve("ballast");
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            return ballast;
        }
    }

    private static void create(Database database) {
        database.writing(ctx -> {
            ctx.execute("create schema zhike");
            ctx.execute("create table zhike.kept (n int primary key, filler text)");
        });
    }

    private static void insert(Database database, int n) {
        database.writing(ctx -> ctx.execute(
                "insert into zhike.kept select {0}, string_agg(md5(g::text || {0}), '') from pg_catalog.generate_series(1, 3000) g"
                        .replace("{0}", Integer.toString(n))));
    }

    private static int untilCounted(Database database) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            try {
                return database.read(ctx ->
                        ctx.fetchSingle("select count(*) from zhike.kept").into(Integer.class));
            } catch (ProblemException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new AssertionError("PostgreSQL did not come back");
    }
}
