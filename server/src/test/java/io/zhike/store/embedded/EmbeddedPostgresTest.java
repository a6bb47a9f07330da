package io.zhike.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Starts, kills and starts again, with real processes. */
@Timeout(180)
class EmbeddedPostgresTest {
    private static final Path TARGET =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("target");

    private Path home;

    @BeforeEach
    void createHome() throws IOException {
        home = Files.createTempDirectory(TARGET, "embedded-");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @AfterEach
    void deleteHome() throws IOException {
        new Leftovers(home.resolve("database")).clear();
        Directories.deleteIfExists(home);
    }

    @Test
    void findsEverythingAsItWasAtTheNextStart() throws IOException, SQLException {
        String password;
        try (ServerProcess first = ServerProcess.start(home, TARGET)) {
            first.execute("create table kept as select 42 as n");
            password = Files.readString(home.resolve("database.password"));
        }
        try (ServerProcess second = ServerProcess.start(home, TARGET)) {
            assertThat(second.value("select n from kept")).isEqualTo("42");
        }
        assertThat(Files.readString(home.resolve("database.password"))).isEqualTo(password);
        assertThat(home.resolve("database/postmaster.pid")).doesNotExist();
    }

    @Test
    void keepsWhatWasCommittedOnDiskAndItsPasswordToItself() throws IOException, SQLException {
        try (ServerProcess server = ServerProcess.start(home, TARGET)) {
            assertThat(server.value("show fsync")).isEqualTo("on");
            assertThat(server.value("show synchronous_commit")).isEqualTo("on");
            assertThat(server.value("show data_checksums")).isEqualTo("on");
            assertThat(server.value("show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(server.value("select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("database.password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("database"))))
                .isEqualTo("rwx------");
        assertThat(home.resolve("database.initial-password")).doesNotExist();
    }

    @Test
    void stopsCleanlyByItselfWhenItsParentIsKilled() throws Exception {
        ServerProcess first = ServerProcess.start(home, TARGET);
        first.execute("create table kept as select 42 as n");
        ProcessHandle postmaster = first.postmaster();

        first.kill();
        postmaster.onExit().get(30, TimeUnit.SECONDS);

        assertThat(Files.readString(home.resolve("postgres.log"))).contains("database system is shut down");
        try (ServerProcess second = ServerProcess.start(home, TARGET)) {
            assertThat(second.value("select n from kept")).isEqualTo("42");
        }
    }

    @Test
    void startsAgainAtOnceWhileTheOldServerIsStillGoing() throws Exception {
        ServerProcess first = ServerProcess.start(home, TARGET);
        first.execute("create table kept as select 42 as n");

        first.kill();

        try (ServerProcess second = ServerProcess.start(home, TARGET)) {
            assertThat(second.value("select n from kept")).isEqualTo("42");
        }
    }

    @Test
    void startsPostgresAgainOnTheSamePortWhenItIsKilled() throws Exception {
        try (ServerProcess server = ServerProcess.start(home, TARGET)) {
            server.execute("create table kept as select 42 as n");
            try (Connection open = server.connect()) {
                server.postmaster().destroyForcibly();
                assertThat(untilConnected(server)).isEqualTo("42");
                assertThat(open.isValid(5)).isFalse();
            }
        }
        assertThat(home.resolve("database/postmaster.pid")).doesNotExist();
    }

    @Test
    void recoversWhenParentAndPostgresAreKilledTogether() throws Exception {
        ServerProcess first = ServerProcess.start(home, TARGET);
        first.execute("create table kept as select g as n from generate_series(1, 100000) g");
        first.postmaster().destroyForcibly();
        first.kill();

        try (ServerProcess second = ServerProcess.start(home, TARGET)) {
            assertThat(second.value("select count(*) from kept")).isEqualTo("100000");
        }
    }

    @Test
    void survivesBeingKilledAtAnyMomentOfItsFirstStarts() throws Exception {
        Random random = new Random(20261122);
        for (int i = 0; i < 5; i++) {
            ServerProcess killed = ServerProcess.spawn(home, TARGET, System.getProperty("java.class.path"));
            TimeUnit.MILLISECONDS.sleep(400 + random.nextInt(1_800));
            killed.kill();
        }
        try (ServerProcess last = ServerProcess.start(home, TARGET)) {
            assertThat(last.value("select 1")).isEqualTo("1");
        }
    }

    /** As the initdb of a killed start does, which goes on for a moment and takes away what it made. */
    @Test
    void aFirstStartIsNotDisturbedByOneThatHasNotEnded() throws Exception {
        Path left = Files.createDirectory(home.resolve("database.new"));
        AtomicBoolean ended = new AtomicBoolean();
        Thread stillWriting = Thread.ofPlatform().start(() -> {
            for (int i = 0; !ended.get(); i++) {
                Path file = left.resolve("base/" + i % 50 + "/2670");
                try {
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, "half made");
                    Directories.deleteIfExists(left.resolve("base"));
                } catch (IOException takenAwayBetween) {
                    continue;
                }
            }
        });
        try (ServerProcess server = ServerProcess.start(home, TARGET)) {
            assertThat(server.value("select 1")).isEqualTo("1");
        } finally {
            ended.set(true);
            stillWriting.join();
        }
        Directories.deleteIfExists(left);
    }

    @Test
    void whatTwoDeleteAtOnceIsGone() throws Exception {
        Path tree = home.resolve("tree");
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 100; round++) {
                for (int i = 0; i < 20; i++) {
                    Files.createDirectories(tree.resolve(i + "/a"));
                    Files.writeString(tree.resolve(i + "/a/b"), "x");
                }
                Callable<Void> delete = () -> {
                    Directories.deleteIfExists(tree);
                    return null;
                };
                for (Future<Void> each : threads.invokeAll(List.of(delete, delete))) {
                    each.get();
                }
                assertThat(tree).doesNotExist();
            }
        }
    }

    @Test
    void stopsAnOrphanThatNothingElseStops() throws Exception {
        ServerProcess first = ServerProcess.start(home, TARGET);
        first.execute("create table kept as select 42 as n");
        first.close();
        Process orphan = orphan();

        try (ServerProcess second = ServerProcess.start(home, TARGET)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(second.value("select n from kept")).isEqualTo("42");
        }
    }

    @Test
    void removesAPidFileWhoseNumberBelongsToAnotherProcess() throws Exception {
        ServerProcess.start(home, TARGET).close();
        Cluster cluster = Cluster.below(home);
        RunAs runAs = RunAs.choose(Binaries.unpackedIn(TARGET), cluster.directory());
        Process innocent = new ProcessBuilder(
                        Command.wrapped(runAs.prefix(), List.of("sleep", "300")).words())
                .start();
        try {
            Path pidFile = cluster.directory().resolve("postmaster.pid");
            Files.writeString(pidFile, innocent.pid() + "\n" + cluster.directory() + "\n0\n5432\n");
            runAs.hand(pidFile);

            try (ServerProcess server = ServerProcess.start(home, TARGET)) {
                assertThat(server.value("select 1")).isEqualTo("1");
            }
            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroyForcibly();
        }
    }

    @Test
    void refusesASecondStartOnTheSameDirectory() throws Exception {
        try (ServerProcess first = ServerProcess.start(home, TARGET)) {
            ServerProcess second = ServerProcess.spawn(home, TARGET, System.getProperty("java.class.path"));
            assertThat(second.answer())
                    .startsWith(ServerMain.REFUSED + "data-directory-in-use")
                    .contains(home.toString());
            second.close();
            assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> {
                        assertThat(problem.message().in(Language.ZH)).contains("正被另一个知客进程", home.toString());
                    });
            assertThat(first.value("select 1")).isEqualTo("1");
        }
    }

    @Test
    void runsAsAnOrdinaryUserAndLaterAsRootOnTheSameDirectory() throws Exception {
        assumeTrue(isRoot(), "needs root to become somebody else");
        Path jars = Files.createDirectory(home.resolve("jars"));
        Path own = Files.createDirectory(home.resolve("own"));
        Files.setPosixFilePermissions(jars, PosixFilePermissions.fromString("rwxr-xr-x"));
        Command.of("chown", "nobody", own.toString()).run();
        String classPath = ServerProcess.readableClassPath(jars);

        String group = Command.of("id", "-g", "nobody").run().output();
        ServerProcess nobody = ServerProcess.spawn(
                own, own, classPath, "setpriv", "--reuid=nobody", "--regid=" + group, "--clear-groups");
        nobody.awaitReady();
        nobody.execute("create table kept as select 42 as n");
        assertThat(nobody.postmaster().info().user()).hasValue("nobody");
        nobody.close();

        try (ServerProcess root = ServerProcess.start(own, own)) {
            assertThat(root.value("select n from kept")).isEqualTo("42");
            assertThat(root.postmaster().info().user()).hasValue("nobody");
        }
    }

    @Test
    void asRootInADirectoryNobodyElseCanEnterStillDoesNotRunAsRoot() throws Exception {
        assumeTrue(isRoot(), "needs root");
        assumeTrue(Command.of("unshare", "-U", "id", "-un").run().ok(), "user namespaces are not permitted here");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));

        ServerProcess first = ServerProcess.start(home, home);
        first.execute("create table kept as select 42 as n");
        ProcessHandle postmaster = first.postmaster();
        first.kill();
        postmaster.onExit().get(30, TimeUnit.SECONDS);

        try (ServerProcess second = ServerProcess.start(home, home)) {
            assertThat(second.value("select n from kept")).isEqualTo("42");
        }
    }

    @Test
    void refusesDataOfAnotherVersion() throws Exception {
        ServerProcess.start(home, TARGET).close();
        Files.writeString(home.resolve("database/PG_VERSION"), "17\n");

        assertRefused(EmbeddedError.DATA_OF_OTHER_VERSION, "PostgreSQL 17");
    }

    @Test
    void saysThatThePasswordFileIsMissing() throws Exception {
        ServerProcess.start(home, TARGET).close();
        Files.delete(home.resolve("database.password"));

        assertRefused(EmbeddedError.PASSWORD_LOST, "database.password");
    }

    @Test
    void saysWhyPostgresDidNotStart() throws Exception {
        ServerProcess.start(home, TARGET).close();
        Files.delete(home.resolve("database/global/pg_control"));

        assertRefused(EmbeddedError.NOT_STARTED, "pg_control");
    }

    @Test
    void refusesADiskWithoutRoomBeforeItWritesAnything() {
        Path home = Path.of("/srv/zhike");
        EmbeddedPostgres.checkSpace(home, 300L << 20, false);
        EmbeddedPostgres.checkSpace(home, 60L << 20, true);
        for (boolean exists : new boolean[] {true, false}) {
            assertThatThrownBy(() -> EmbeddedPostgres.checkSpace(home, 40L << 20, exists))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> {
                        assertThat(problem.message().code()).isEqualTo(EmbeddedError.DISK_FULL);
                        assertThat(problem.message().in(Language.EN)).contains("40 MB are left", "/srv/zhike");
                    });
        }
    }

    @Test
    void saysThatTheDataDirectoryCannotBeMade() throws Exception {
        Path file = Files.createFile(home.resolve("file"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("data"), TARGET, Durability.FULL))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem ->
                                assertThat(problem.message().code()).isEqualTo(EmbeddedError.DATA_DIRECTORY_UNUSABLE));
    }

    private void assertRefused(EmbeddedError error, String text) {
        assertThatThrownBy(() -> EmbeddedPostgres.start(home, TARGET, Durability.FULL))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.message().code()).isEqualTo(error);
                    assertThat(problem.message().in(Language.EN)).contains(text);
                });
    }

    private static String untilConnected(ServerProcess server) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            try {
                return server.value("select n from kept");
            } catch (SQLException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new AssertionError("PostgreSQL did not come back");
    }

    /** A server that no death of a parent stops, as one left by a release that knew no better. */
    private Process orphan() throws Exception {
        Cluster cluster = Cluster.below(home);
        Binaries binaries = Binaries.unpackedIn(TARGET);
        RunAs runAs = RunAs.choose(binaries, cluster.directory());
        List<String> prefix = runAs.prefix().stream()
                .filter(word -> !word.startsWith("--pdeathsig"))
                .toList();
        Command command = new RunAs(prefix.equals(List.of("setsid", "setpriv")) ? List.of() : prefix, runAs.user())
                .command(
                        binaries.program("postgres"), Settings.arguments(cluster.directory(), 54_999, Durability.FULL));
        Process process = new ProcessBuilder(command.words())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("orphan.log").toFile())
                .start();
        Path pidFile = cluster.directory().resolve("postmaster.pid");
        while (!Files.exists(pidFile) || !Files.readString(pidFile).contains("ready")) {
            assertThat(process.isAlive())
                    .as("orphan: see %s", home.resolve("orphan.log"))
                    .isTrue();
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return process;
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }
}
