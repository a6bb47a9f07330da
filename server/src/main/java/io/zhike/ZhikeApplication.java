package io.zhike;

import io.zhike.audit.AuditCommand;
import io.zhike.secret.SecretCommand;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;

/** The server: one process, all modules, its own PostgreSQL unless it is given another. */
@SpringBootApplication
public class ZhikeApplication {
    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("audit")) {
            System.exit(audit(List.of(args).subList(1, args.length)));
        }
        if (args.length > 0 && args[0].equals("secrets")) {
            System.exit(SecretCommand.run(List.of(args).subList(1, args.length), System.out, System.err));
        }
        SpringApplication.run(ZhikeApplication.class, args);
    }

    /** A command beside the server; its answer is all that it prints. */
    private static int audit(List<String> arguments) {
        LoggingSystem.get(ZhikeApplication.class.getClassLoader()).beforeInitialize();
        String url = System.getenv().getOrDefault("ZHIKE_DATABASE_URL", "");
        return AuditCommand.run(arguments, url, System.out, System.err);
    }
}
