package io.zhike;

import io.zhike.audit.AuditCommand;
import io.zhike.backup.BackupCommand;
import io.zhike.backup.RestoreCommand;
import io.zhike.secret.SecretCommand;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;

/** The server: one process, all modules, its own PostgreSQL unless it is given another. */
@SpringBootApplication
public class ZhikeApplication {
    private static final int LEAST_CARRIERS = 8;

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    public static void main(String[] args) {
        keepCarriers();
        List<String> words = List.of(args);
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case "audit", "backup", "restore", "secrets" ->
                System.exit(command(words.getFirst(), words.subList(1, words.size())));
            default -> SpringApplication.run(ZhikeApplication.class, args);
        }
    }

    /**
     * Virtual threads that wait for a class to be loaded hold the threads that carry them. With as few of those as small machines
     * have cores, two that load a class while they log an error once held all of them, and the server for good.
     */
    private static void keepCarriers() {
        int carriers = Math.max(LEAST_CARRIERS, Runtime.getRuntime().availableProcessors());
        System.getProperties().putIfAbsent("jdk.virtualThreadScheduler.parallelism", Integer.toString(carriers));
    }

    /** A command beside the server; its answer is all that it prints. Returns the status to exit with. */
    private static int command(String name, List<String> arguments) {
        LoggingSystem.get(ZhikeApplication.class.getClassLoader()).beforeInitialize();
        Map<String, String> environment = System.getenv();
        return switch (name) {
            case "audit" ->
                AuditCommand.run(arguments, environment.getOrDefault("ZHIKE_DATABASE_URL", ""), System.out, System.err);
            case "backup" -> BackupCommand.run(arguments, environment, Clock.systemUTC(), System.out, System.err);
            case "restore" -> RestoreCommand.run(arguments, environment, System.out, System.err);
            case "secrets" -> SecretCommand.run(arguments, System.out, System.err);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
