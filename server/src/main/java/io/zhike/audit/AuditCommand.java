package io.zhike.audit;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import io.zhike.store.Database;
import io.zhike.store.Ddl;
import io.zhike.store.Visit;
import io.zhike.store.WorkspaceSchema;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code bin/audit verify}: works the hashes of all workspaces' logs out again, beside a running server or without one, and
 * prints the end of each chain to be noted elsewhere.
 */
public final class AuditCommand {
    static final int HOLDS = 0;
    static final int BROKEN = 1;
    static final int MISUSED = 2;

    private static final Duration LONGEST_STATEMENT = Duration.ofHours(1);
    private static final String USAGE = """
            bin/audit verify [--data DIR] [--database URL] [--end END]...
              verifies the audit logs of all workspaces; ends with 1 where one was tampered with
              核对所有工作区的审计日志；发现改动时返回 1

              --data DIR       the data directory (data)                              数据目录
              --database URL   the external PostgreSQL that is used                   使用的外部 PostgreSQL
              --end END        an end of a chain, as printed by an earlier run         以前核对时打印并另行记下的校验值
            """;

    private final Database database;
    private final PrintStream out;
    private final Map<String, NotedEnd> noted;

    private AuditCommand(Database database, PrintStream out, Map<String, NotedEnd> noted) {
        this.database = database;
        this.out = out;
        this.noted = noted;
    }

    private record Options(Path data, String url, Map<String, NotedEnd> noted) {}

    /**
     * Runs the command; returns the status to exit with: 0 where all logs hold, 1 where one does not or cannot be read, 2 for
     * arguments that mean nothing.
     *
     * @param url of the external database where the arguments name none; blank for none
     */
    public static int run(List<String> arguments, String url, PrintStream out, PrintStream err) {
        Optional<Options> options = arguments.isEmpty() || !arguments.getFirst().equals("verify")
                ? Optional.empty()
                : options(arguments.subList(1, arguments.size()), url);
        if (options.isEmpty()) {
            err.print(USAGE);
            return MISUSED;
        }
        try (Visit visit = Visit.begin(options.get().data(), options.get().url())) {
            AuditCommand command =
                    new AuditCommand(visit.database(), out, options.get().noted());
            return command.verify(visit.schemas().workspaces()) ? HOLDS : BROKEN;
        } catch (ProblemException problem) {
            err.println(problem.message().in(Language.ZH));
            err.println(problem.message().in(Language.EN));
            return BROKEN;
        }
    }

    private static Optional<Options> options(List<String> arguments, String url) {
        Path data = Path.of("data");
        String database = url;
        Map<String, NotedEnd> noted = new HashMap<>();
        Iterator<String> each = arguments.iterator();
        while (each.hasNext()) {
            String option = each.next();
            if (!each.hasNext()) {
                return Optional.empty();
            }
            String value = each.next();
            Optional<NotedEnd> end = NotedEnd.parse(value);
            switch (option) {
                case "--data" -> data = Path.of(value);
                case "--database" -> database = value;
                case "--end" -> end.ifPresent(found -> noted.put(found.schema(), found));
                default -> {
                    return Optional.empty();
                }
            }
            if (option.equals("--end") && end.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Options(data, database, noted));
    }

    /** Whether all of them hold, and every end that was noted belongs to one of them. */
    boolean verify(List<WorkspaceSchema> schemas) {
        boolean all = true;
        long entries = 0;
        for (WorkspaceSchema schema : schemas) {
            switch (verdict(schema)) {
                case Verdict.Holds holds -> {
                    entries += holds.entries();
                    out.printf(
                            "%s  ok / 完好: %,d (%d-%d)%s%n    %s%n",
                            schema.name(),
                            holds.entries(),
                            holds.first(),
                            holds.last(),
                            holds.waiting() == 0 ? "" : ", not sealed yet / 未封存 " + holds.waiting(),
                            new NotedEnd(schema.name(), holds.last(), holds.hash()));
                }
                case Verdict.Broken(long seq, Verdict.Why why) -> {
                    all = false;
                    out.printf("%s  BROKEN at / 改动位于 %d: %s / %s%n", schema.name(), seq, why.en(), why.zh());
                }
            }
            noted.remove(schema.name());
        }
        for (NotedEnd missing : noted.values()) {
            all = false;
            out.printf("%s  BROKEN: there is no such workspace / 没有这个工作区%n", missing.schema());
        }
        out.printf(
                all ? "%d workspaces, %,d entries: all hold / 全部完好%n" : "%d workspaces, %,d entries hold / 条完好%n",
                schemas.size(),
                entries);
        return all;
    }

    /** A workspace of an older release has no log yet. */
    private Verdict verdict(WorkspaceSchema schema) {
        boolean there = database.read(ctx -> Ddl.hasTable(ctx, schema, AuditRows.TABLE));
        return there
                ? new AuditChain(database, Clock.systemUTC())
                        .verify(schema, LONGEST_STATEMENT, noted.get(schema.name()))
                : new Verdict.Holds(1, 0, "", 0);
    }
}
