package io.zhike.backup;

import io.zhike.store.Visit;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** {@code bin/restore}: puts a backup into a place where no Zhike runs; all of it or nothing. */
public final class RestoreCommand {
    private static final String USAGE =
            "bin/restore FILE [--data DIR] [--database URL] [--replace] [--passphrase-file FILE]\n";

    /** What lies beside the data and in no backup. */
    private static final String AFTERWARDS = """
            Everybody signs in anew. Keys of the API, invitations and passwords are those of the time of the backup.
            The key that seals secrets (secret.key in the data directory) is not in a backup: put its file back from where you
            keep it before you start, or second factors and stored passwords of connections have to be set again.
            Erasures of personal data made after the backup have to be made again. Now prove the logs: bin/audit verify
            所有人需要重新登录。API 密钥、邀请和密码都回到备份时的状态。
            备份里没有密封机密用的密钥（数据目录中的 secret.key）：请在启动前从另行保管处放回，否则两步验证和已保存的连接密码需要重新设置。
            备份之后做过的个人信息删除需要重做。接着请核对审计日志：bin/audit verify
            """;

    private RestoreCommand() {}

    /** Runs the command; returns the status to exit with: 0 done, 1 not done and said why, 2 for arguments that mean nothing. */
    public static int run(List<String> words, Map<String, String> environment, PrintStream out, PrintStream err) {
        Optional<Arguments> arguments = Arguments.parse(
                        words, Set.of("--passphrase-file", "--data", "--database"), Set.of("--replace"))
                .filter(parsed -> parsed.word() != null);
        if (arguments.isEmpty()) {
            err.print(USAGE);
            return BackupCommand.MISUSED;
        }
        return BackupCommand.said(err, () -> restore(arguments.get(), environment, out));
    }

    private static void restore(Arguments arguments, Map<String, String> environment, PrintStream out) {
        Path path = Path.of(Objects.requireNonNull(arguments.word()));
        BackupFile file = new BackupFile(path, arguments.passphrase(environment));
        // All of it is read before anything is touched.
        BackupFile.Verified found = file.verify();
        Restoring.check(file, found.head());
        out.printf("%s%n", BackupCommand.describe(path, found));
        String url = arguments.value("--database", environment.getOrDefault("ZHIKE_DATABASE_URL", ""));
        try (Visit visit = Visit.alone(Path.of(arguments.value("--data", "data")), url)) {
            int others = visit.others();
            if (others > 0) {
                throw BackupError.IN_USE.problem(visit.place(), others);
            }
            List<String> present = Restoring.present(visit.database());
            if (!present.isEmpty() && !arguments.flags().contains("--replace")) {
                throw BackupError.NOT_EMPTY.problem(visit.place(), present.size() - 1);
            }
            new Restoring(file, visit.database()).run(present);
            out.printf("Restored into / 已恢复到: %s%n%s", visit.place(), AFTERWARDS);
        }
    }
}
