package io.zhike.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A table of customers under ten timed rules: how long it takes until all that is due at once is dealt with, and what the passes
 * of a minute in which nothing is due read: how often the whole table, and how many blocks of it and of its indexes beside the
 * bare look-ups of the same windows in the index, done in the same run. Blocks and not time, which a busy machine would blur.
 */
final class RulesTimed implements Scenario {
    private static final int RECORDS = 1_000_000;
    private static final int DUE = 100_000;
    private static final int RULES = 10;
    private static final int LOOK_MILLIS = 200;
    private static final int PASSES_SECONDS = 65;

    /** What PostgreSQL counts is told by a connection at the latest when it has rested so long. */
    private static final int TOLD_SECONDS = 12;

    /** As many passes begin in that time at the most. */
    private static final int PASSES = 3;

    private static final double MOST_BLOCKS = 3;
    private static final double MOST_SECONDS = 120;
    private static final String INDEX = "customer__updated_at__due";

    /** It is there from the first moment on, and reads the whole table until it is built. */
    private static final String BUILT = "select count(*) from pg_index where indisvalid and indexrelid in"
            + " (select oid from pg_class where relname = '" + INDEX + "')";

    private static final String RULE = """
            {"label": {"zh": "规则%d"}, "entity": "customer", "when": {"idle": {"for": {"days": %d}}},
             "then": [{"code": "s", "do": "set", "with": {"values": [{"field": "note", "value": "\\"quiet\\""}]}}]}""";

    @Override
    public String name() {
        return "rules-timed";
    }

    @Override
    public List<Outcome> run(Settings settings) throws Exception {
        int records = settings.scaled(RECORDS);
        int due = settings.scaled(DUE);
        try (Server server = Server.start(settings)) {
            CustomerWorld world = CustomerWorld.on(server);
            Settings.say(name() + ": writing " + records + " records");
            world.fill(records);
            age(server, world, due);
            Client admin = server.admin();
            for (int i = 0; i < RULES; i++) {
                admin.put("/api/v1/definitions/rule/quiet" + i, RULE.formatted(i, 100 + i));
            }
            admin.post("/api/v1/publish", "{}");
            until(server, BUILT, 1);
            String scans =
                    "select seq_scan from pg_stat_all_tables where relid = '" + world.table("customer") + "'::regclass";
            TimeUnit.SECONDS.sleep(TOLD_SECONDS);
            long before = number(server, scans);
            long blocksBefore = blocks(server, world);
            TimeUnit.SECONDS.sleep(PASSES_SECONDS + TOLD_SECONDS);
            long read = number(server, scans) - before;
            long blocks = blocks(server, world) - blocksBefore;
            long bare = bare(server, world);
            long start = System.nanoTime();
            admin.post("/api/v1/rules/quiet0/due", "{}");
            until(server, "select count(*) from " + world.table("rule_run") + " where state = 'done'", due);
            double seconds = (System.nanoTime() - start) / 1e9;
            return List.of(
                    Outcome.atMost(
                            name(),
                            seconds * DUE / due,
                            "s for 100,000 that are due",
                            "%d of %d records in %.1f s, one write each".formatted(due, records, seconds),
                            MOST_SECONDS),
                    Outcome.atMost(
                            name() + "-scans",
                            read,
                            "readings of the whole table",
                            "%d rules for %d s".formatted(RULES, PASSES_SECONDS),
                            0),
                    Outcome.atMost(
                            name() + "-blocks",
                            (double) blocks / bare,
                            "times the blocks of the bare look-ups in the index",
                            "%d blocks in %d s, %d by %d bare look-ups"
                                    .formatted(blocks, PASSES_SECONDS, bare, PASSES * RULES),
                            MOST_BLOCKS));
        }
    }

    /** Some were changed long ago; all others lately. */
    private static void age(Server server, CustomerWorld world, int due) throws SQLException, IOException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            // What it would read by itself later is not what the passes read.
            statement.execute("alter table " + world.table("customer") + " set (autovacuum_enabled = false)");
            statement.executeUpdate("update " + world.table("customer")
                    + " set updated_at = now() - interval '200 days' where number <= " + due);
            statement.executeUpdate(
                    "update " + world.table("customer") + " set updated_at = now() where number > " + due);
            statement.execute("vacuum analyze " + world.table("customer"));
        }
    }

    /** Blocks of the table and of its indexes that were asked for since the server is there. */
    private static long blocks(Server server, CustomerWorld world) throws SQLException, IOException {
        return number(
                server,
                "select heap_blks_read + heap_blks_hit + idx_blks_read + idx_blks_hit from pg_statio_all_tables"
                        + " where relid = '" + world.table("customer") + "'::regclass");
    }

    /** Looks up in the index what the passes look for, each on a plan of its own as theirs may be; how many blocks that takes. */
    private static long bare(Server server, CustomerWorld world)
            throws SQLException, IOException, InterruptedException {
        long before = blocks(server, world);
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < PASSES * RULES; i++) {
                String end = "now() - interval '" + (100 + i % RULES) + " days'";
                statement
                        .executeQuery("select id, updated_at from " + world.table("customer") + " where updated_at >= "
                                + end + " - interval '30 seconds' and updated_at < " + end
                                + " and deleted_at is null order by updated_at, id limit 1000")
                        .close();
            }
        }
        TimeUnit.SECONDS.sleep(TOLD_SECONDS);
        return Math.max(1, blocks(server, world) - before);
    }

    private static void until(Server server, String counting, long wanted)
            throws SQLException, InterruptedException, IOException {
        while (number(server, counting) < wanted) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private static long number(Server server, String question) throws SQLException, IOException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
