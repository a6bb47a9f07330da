package io.zhike.secret;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** {@code bin/secrets rotate}: puts a new key before the others. The next start seals everything with it. */
public final class SecretCommand {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private static final String USAGE = """
            bin/secrets rotate [--data DIR | --key-file FILE]
              puts a new key into the key file; restart the server to seal everything with it
              在密钥文件中加入新密钥；重启后全部用它重新加密

              --data DIR        the data directory (data)                        数据目录
              --key-file FILE   the key file, where it lies elsewhere             密钥文件在别处时指定
            """;

    private SecretCommand() {}

    /** Runs the command; returns the status to exit with: 0 when done, 1 when the file cannot be written, 2 for misuse. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        boolean understood = arguments.size() == 1
                || arguments.size() == 3 && List.of("--data", "--key-file").contains(arguments.get(1));
        if (!understood || !arguments.getFirst().equals("rotate")) {
            err.print(USAGE);
            return MISUSED;
        }
        try {
            KeyFile file = file(arguments);
            KeyRing ring = file.rotate();
            out.printf(
                    "%s: new key / 新密钥 %s (%d keys / 把)%n",
                    file.path(), ring.current().id(), ring.keys().size());
            out.println("Restart all nodes with this file, and keep a copy apart from the backups of the database.");
            out.println("请让所有节点使用此文件并重启，并另行备份，不要与数据库备份放在一起。");
            return DONE;
        } catch (ProblemException problem) {
            err.println(problem.message().in(Language.ZH));
            err.println(problem.message().in(Language.EN));
            return FAILED;
        }
    }

    private static KeyFile file(List<String> arguments) {
        if (arguments.size() == 1) {
            return new KeyFile(Path.of("data").resolve(KeyFile.USUAL_NAME));
        }
        Path named = Path.of(arguments.get(2));
        return new KeyFile(arguments.get(1).equals("--data") ? named.resolve(KeyFile.USUAL_NAME) : named);
    }
}
