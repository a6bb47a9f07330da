package io.zhike.workspace;

import io.zhike.message.ProblemException;
import io.zhike.store.Database;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever asks, such as a load balancer, whether this node can serve. */
@RestController
class HealthApi {
    private static final Logger LOG = LoggerFactory.getLogger(HealthApi.class);
    private final Database database;

    HealthApi(Database database) {
        this.database = database;
    }

    record Health(String status, String database, String version) {}

    @Open
    @GetMapping("/api/v1/health")
    ResponseEntity<Health> health() {
        boolean up = isDatabaseUp();
        String state = up ? "up" : "down";
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(new Health(state, state, version()));
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
