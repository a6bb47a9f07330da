package io.zhike.workspace;

import java.net.URI;
import java.util.Objects;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Asks for the health of a server that takes requests already and is not done starting. */
@Component
@Order(-1)
class StartProbe implements ApplicationRunner {
    private final Environment environment;
    private Answer during;

    StartProbe(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String port = environment.getProperty("local.server.port");
        during = new Client(URI.create("http://127.0.0.1:" + port)).get("/api/v1/health");
    }

    /** What it said before even the administrator was made. */
    Answer during() {
        return Objects.requireNonNull(during);
    }
}
