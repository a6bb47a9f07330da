package io.zhike.workspace;

import io.zhike.message.ProblemException;
import io.zhike.store.Database;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever asks, such as a load balancer, whether this node can serve. */
@RestController
class HealthApi {
    private static final Logger LOG = LoggerFactory.getLogger(HealthApi.class);
    private final Database database;
    private volatile boolean ready;

    HealthApi(Database database) {
        this.database = database;
    }

    /** @param status {@code up}, {@code starting} until the first request can be served and while shutting down, {@code down} */
    record Health(String status, String database, String version) {}

    /** Everything that a start makes is there, the administrator of a first start too; before the line that says so. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void start() {
        ready = true;
    }

    /** No new requests, please; those under way are still answered. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        ready = false;
    }

    @Open
    @GetMapping("/api/v1/health")
    ResponseEntity<Health> health() {
        boolean database = isDatabaseUp();
        String status = !database ? "down" : ready ? "up" : "starting";
        return ResponseEntity.status(database && ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(new Health(status, database ? "up" : "down", version()));
    }

    private boolean isDatabaseUp() {
        try {
            return database.read(ctx -> ctx.selectOne().fetch().isNotEmpty());
        } catch (DataAccessException | ProblemException gone) {
            LOG.warn("The database does not answer: {}", gone.getMessage());
            return false;
        }
    }

    private static String version() {
        String version = HealthApi.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
