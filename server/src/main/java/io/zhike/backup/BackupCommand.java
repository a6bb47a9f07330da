package io.zhike.backup;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import io.zhike.store.Visit;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code bin/backup}: writes everything there is into one file, beside a running server or without one, or verifies such a file.
 */
public final class BackupCommand {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private static final String USAGE = """
            bin/backup [FILE] [--to DIR] [--keep N] [--passphrase-file FILE] [--data DIR] [--database URL]
            bin/backup --verify FILE [--passphrase-file FILE]
            """;

    private final Arguments arguments;
    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream out;

    private BackupCommand(Arguments arguments, Map<String, String> environment, Clock clock, PrintStream out) {
        this.arguments = arguments;
        this.environment = environment;
        this.clock = clock;
        this.out = out;
    }

    /** Runs the command; returns the status to exit with: 0 done, 1 not done and said why, 2 for arguments that mean nothing. */
    public static int run(
            List<String> words, Map<String, String> environment, Clock clock, PrintStream out, PrintStream err) {
        Optional<Arguments> arguments = Arguments.parse(
                        words,
                        Set.of("--to", "--keep", "--passphrase-file", "--data", "--database", "--verify"),
                        Set.of())
                .filter(BackupCommand::makeSense);
        if (arguments.isEmpty()) {
            err.print(USAGE);
            return MISUSED;
        }
        BackupCommand command = new BackupCommand(arguments.get(), environment, clock, out);
        return said(err, arguments.get().values().containsKey("--verify") ? command::verify : command::back);
    }

    private static boolean makeSense(Arguments arguments) {
        boolean both = arguments.word() != null
                && (arguments.values().containsKey("--to") || arguments.values().containsKey("--keep"));
        boolean verifies = arguments.values().containsKey("--verify");
        String keep = arguments.value("--keep", "1");
        return !both && !(verifies && arguments.word() != null) && keep.matches("[1-9]\\d{0,4}");
    }

    /** Does {@code work}, and says in both languages why it failed. */
    static int said(PrintStream err, Runnable work) {
        try {
            work.run();
            return DONE;
        } catch (ProblemException problem) {
            err.println(problem.message().in(Language.ZH));
            err.println(problem.message().in(Language.EN));
            return FAILED;
        }
    }

    private void verify() {
        Path path = Path.of(arguments.value("--verify", ""));
        BackupFile.Verified verified = new BackupFile(path, arguments.passphrase(environment)).verify();
        out.printf("%s%n", describe(path, verified));
        out.printf("The backup is whole / 备份完好%n");
    }

    private void back() {
        Passphrase passphrase = arguments.passphrase(environment);
        BackupFolder folder = new BackupFolder(Path.of(arguments.value("--to", "backups")));
        String word = arguments.word();
        Path path = word == null ? folder.next(clock, passphrase != null) : Path.of(word);
        String url = arguments.value("--database", environment.getOrDefault("ZHIKE_DATABASE_URL", ""));
        BackupFile file = new BackupFile(path, passphrase);
        try (Visit visit = Visit.begin(Path.of(arguments.value("--data", "data")), url)) {
            // The snapshot ends before the file is read again: nobody waits for that.
            BackupFile.Verified made =
                    file.write(parts -> Snapshot.take(visit.database(), visit.place(), clock, parts));
            out.printf("%s%n", describe(path, made));
        }
        if (passphrase == null) {
            out.printf("Not encrypted: keep it where only you read it / 未加密，请存放在只有您能读取的地方%n");
        }
        if (arguments.values().containsKey("--keep")) {
            remove(folder);
        }
    }

    private void remove(BackupFolder folder) {
        try {
            for (Path gone : folder.keep(Integer.parseInt(arguments.value("--keep", "1")), clock)) {
                out.printf("removed / 已删除: %s%n", gone);
            }
        } catch (IOException e) {
            throw BackupError.FILE_UNWRITABLE.because(e, folder.path(), String.valueOf(e.getMessage()));
        }
    }

    static String describe(Path path, BackupFile.Verified backup) {
        return "%s  %,d bytes, %s, %d workspaces / 个工作区, %,d rows / 行, %,d files / 个附件%s"
                .formatted(
                        path,
                        size(path),
                        backup.head().made(),
                        backup.head().schemas().size() - 1,
                        backup.manifest().rows(),
                        backup.manifest().files(),
                        backup.encrypted() ? ", encrypted / 已加密" : "");
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw BackupError.FILE_UNREADABLE.because(e, path, String.valueOf(e.getMessage()));
        }
    }
}
