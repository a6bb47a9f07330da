package io.zhike;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.audit.AuditCommand;
import io.zhike.backup.BackupCommand;
import io.zhike.backup.RestoreCommand;
import io.zhike.record.Change;
import io.zhike.record.Feed;
import io.zhike.store.Database;
import io.zhike.store.Visit;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A whole Zhike with the starter template, backed up while people write, and restored: what comes out is what was there. Each step
 * goes on from the one before, as starting and filling takes its time.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupAndRestoreTest {
    private static final String READER = "backup test";
    private static final int BEFORE = 7;

    @TempDir
    static Path here;

    private String said = "";

    private int run(Command command, Object... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int status =
                command.run(java.util.Arrays.stream(words).map(Object::toString).toList(), out);
        said = bytes.toString(StandardCharsets.UTF_8);
        return status;
    }

    private interface Command {
        int run(List<String> words, PrintStream out);

        Command BACKUP = (words, out) -> BackupCommand.run(words, Map.of(), Clock.systemUTC(), out, out);
        Command RESTORE = (words, out) -> RestoreCommand.run(words, Map.of(), out, out);
        Command AUDIT = (words, out) -> AuditCommand.run(words, "", out, out);
    }

    private static ConfigurableApplicationContext start(Path data, boolean fill) {
        return TestServer.start(Map.of(
                "zhike.database.url",
                "",
                "zhike.data",
                data,
                "zhike.template",
                fill ? "starter" : "",
                "zhike.sample",
                fill));
    }

    private static Client signedIn(ConfigurableApplicationContext server) {
        Client client = new Client(TestServer.address(server));
        Answer answer = client.post("/api/v1/session", Map.of("account", "admin", "password", TestServer.PASSWORD))
                .expect(200);
        return client.with("Cookie", answer.header("Set-Cookie").replaceFirst(";.*", ""));
    }

    private static String contact(Client client, String name) {
        return client.post("/api/v1/records/customer", Map.of("name", name, "phone", "13800138000"))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    @Test
    @Order(1)
    void aBackupMadeWhilePeopleWriteIsOneMoment() throws InterruptedException {
        ConfigurableApplicationContext server = start(here.resolve("a"), true);
        try {
            Client client = signedIn(server);
            String first = contact(client, "张三");
            WorkspaceSchema schema = schema(server.getBean(Database.class));
            server.getBean(Feed.class).advance(schema, READER, BEFORE, (_, _) -> {});
            AtomicBoolean stop = new AtomicBoolean();
            AtomicInteger written = new AtomicInteger();
            Thread writer = Thread.ofPlatform().start(() -> {
                while (!stop.get()) {
                    String id = contact(client, "客户" + written.incrementAndGet());
                    client.patch("/api/v1/records/customer/" + id, Map.of("name", "改名" + written.get()))
                            .expect(200);
                    client.post("/api/v1/records/customer/" + first + "/comments", Map.of("text", "第" + id))
                            .expect(201);
                }
            });
            try {
                while (written.get() < 5) {
                    Thread.onSpinWait();
                }
                assertThat(run(Command.BACKUP, here.resolve("one.zip"), "--data", here.resolve("a")))
                        .as(() -> said)
                        .isZero();
            } finally {
                stop.set(true);
                writer.join();
            }
            assertThat(said).contains("1 workspaces", "Not encrypted");
        } finally {
            server.close();
        }
    }

    @Test
    @Order(2)
    void itRestoresIntoAnEmptyPlaceWithAllThatBelongsTogether() {
        assertThat(run(Command.RESTORE, here.resolve("one.zip"), "--data", here.resolve("b")))
                .as(() -> said)
                .isZero();
        assertThat(said).contains("Restored into", "not in a backup", "bin/audit verify");
        assertThat(run(Command.AUDIT, "verify", "--data", here.resolve("b")))
                .as(() -> said)
                .isZero();
        try (Visit visit = Visit.begin(here.resolve("b"), "")) {
            Database database = visit.database();
            WorkspaceSchema schema = schema(database);
            long records = count(database, schema, "customer");
            assertThat(records).isGreaterThan(5);
            assertThat(lacking(database, schema))
                    .as("records whose last change is not in the feed")
                    .isZero();
        }
    }

    /** Every record stands at the version of its last change: record and feed are of one moment. */
    private static long lacking(Database database, WorkspaceSchema schema) {
        return database.read(ctx -> ctx.resultQuery("""
                select count(*) from {0} r
                 where r.version <> (select max(c.version) from {1} c where c.record = r.id)
                """, schema.table("customer"), schema.table("change"))
                .fetchSingle()
                .get(0, Long.class));
    }

    @Test
    @Order(3)
    void aBackupWithoutAServerHoldsEveryRowOfEveryTable() {
        Map<String, String> before = contents(here.resolve("a"));
        assertThat(run(Command.BACKUP, "--to", here.resolve("kept"), "--keep", 2, "--data", here.resolve("a")))
                .as(() -> said)
                .isZero();
        Path file = here.resolve("kept").resolve(here.resolve("kept").toFile().list()[0]);
        assertThat(run(Command.BACKUP, "--verify", file)).isZero();
        assertThat(run(Command.RESTORE, file, "--data", here.resolve("c")))
                .as(() -> said)
                .isZero();
        assertThat(contents(here.resolve("c"))).containsExactlyEntriesOf(before).hasSizeGreaterThan(60);
    }

    @Test
    @Order(4)
    void aPlaceWithDataIsLeftAloneUnlessAskedFor() {
        Map<String, String> before = contents(here.resolve("c"));
        assertThat(run(Command.RESTORE, here.resolve("one.zip"), "--data", here.resolve("c")))
                .isEqualTo(1);
        assertThat(said).contains("--replace", "1 workspaces");
        assertThat(contents(here.resolve("c"))).containsExactlyEntriesOf(before);
        assertThat(run(Command.RESTORE, here.resolve("one.zip"), "--data", here.resolve("c"), "--replace"))
                .as(() -> said)
                .isZero();
        assertThat(contents(here.resolve("c"))).containsExactlyEntriesOf(contents(here.resolve("b")));
    }

    @Test
    @Order(5)
    void aRestoredZhikeGoesOnWhereItWas() {
        ConfigurableApplicationContext server = start(here.resolve("b"), false);
        try {
            assertThat(run(Command.RESTORE, here.resolve("one.zip"), "--data", here.resolve("b"), "--replace"))
                    .as("a place that is worked in")
                    .isEqualTo(1);
            assertThat(said).contains("in use by another Zhike");
            Client client = signedIn(server);
            String id = contact(client, "恢复之后");
            client.patch("/api/v1/records/customer/" + id, Map.of("name", "改过")).expect(200);
            Database database = server.getBean(Database.class);
            WorkspaceSchema schema = schema(database);
            List<Change> rest = new ArrayList<>();
            Feed feed = server.getBean(Feed.class);
            while (feed.advance(schema, READER, 500, (_, changes) -> rest.addAll(changes)) > 0) {}
            assertThat(rest)
                    .as("what a reader had left, and what came after, each once")
                    .hasSize((int) count(database, schema, "change") - BEFORE);
            assertThat(rest.stream()
                            .skip(rest.size() - 2)
                            .map(change -> change.record().toString()))
                    .containsOnly(id);
            List<Change> all = new ArrayList<>();
            while (feed.advance(schema, "new reader", 500, (_, changes) -> all.addAll(changes)) > 0) {}
            assertThat(all).hasSize((int) count(database, schema, "change"));
        } finally {
            server.close();
        }
    }

    private static long count(Database database, WorkspaceSchema schema, String table) {
        return database.read(ctx -> (long) ctx.fetchCount(schema.table(table)));
    }

    private static WorkspaceSchema schema(Database database) {
        return database.read(ctx -> new WorkspaceSchema(
                ctx.fetchSingle(DSL.table(DSL.name("zhike", "workspace"))).get("schema_name", String.class)));
    }

    /** A sum over the rows of each table, definitions of columns, keys and indexes; who is signed in is left out. */
    private static Map<String, String> contents(Path data) {
        try (Visit visit = Visit.begin(data, "")) {
            return visit.database().read(ctx -> {
                Map<String, String> sums = new TreeMap<>();
                ctx.resultQuery("""
                        select n.nspname::text, c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind = 'r' and (n.nspname = 'zhike' or n.nspname like 'w\\_%')
                        """).fetch().forEach(row -> {
                    String name = row.get(0, String.class) + "." + row.get(1, String.class);
                    boolean left = name.equals("zhike.session") || name.equals("zhike.sign_in_failure");
                    String rows = ctx.resultQuery(
                                    "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') "
                                            + "from (select to_jsonb(r) - 'tx' - 'from_tx' - 'until_tx' as t from {0} r) x",
                                    DSL.name(row.get(0, String.class), row.get(1, String.class)))
                            .fetchSingle()
                            .get(0, String.class);
                    sums.put(name, left ? "left out" : rows);
                });
                ctx.resultQuery("""
                        select 'column ' || a.attrelid::regclass || '.' || a.attname,
                               concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attcollation::regcollation, a.attnotnull,
                                 a.attgenerated, a.attstorage, pg_get_expr(d.adbin, d.adrelid))
                          from pg_attribute a join pg_class c on c.oid = a.attrelid
                          left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                         where c.relkind in ('r', 'p', 'I') and a.attnum > 0 and not a.attisdropped
                           and c.relnamespace::regnamespace::text ~ '^(zhike$|w_)'
                        union all
                        select 'index ' || schemaname || '.' || indexname, indexdef from pg_indexes where schemaname ~ '^(zhike$|w_)'
                        union all
                        select 'key ' || conrelid::regclass || ' ' || conname, concat_ws(' ', pg_get_constraintdef(oid), convalidated)
                          from pg_constraint where connamespace::regnamespace::text ~ '^(zhike$|w_)' and contype <> 'n'
                        union all
                        select 'part ' || inhrelid::regclass, inhparent::regclass::text from pg_inherits
                         where inhrelid::regclass::text ~ '^(zhike|w_)'
                        union all
                        select 'function ' || p.proname, concat_ws(' ', md5(prosrc), provolatile, proisstrict, proparallel)
                          from pg_proc p where pronamespace::regnamespace::text = 'zhike'
                        union all
                        select 'comment ' || objoid::regclass || objsubid, description from pg_description
                         where classoid = 'pg_class'::regclass and objoid::regclass::text ~ '^(zhike|w_)'
                        """)
                        .fetch()
                        .forEach(row -> sums.put(row.get(0, String.class), row.get(1, String.class)));
                return sums;
            });
        }
    }
}
