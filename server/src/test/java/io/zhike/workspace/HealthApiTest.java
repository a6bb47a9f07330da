package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;

class HealthApiTest {

    @Test
    void isUpAndOpenToAll() {
        JsonNode health =
                TestServer.stranger().get("/api/v1/health").expect(200).json();
        assertThat(health.path("status").asString()).isEqualTo("up");
        assertThat(health.path("database").asString()).isEqualTo("up");
        assertThat(health.path("version").asString()).isNotEmpty();
    }

    @Test
    void isDownWithoutTheDatabase() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setURL("jdbc:postgresql://127.0.0.1:1/zhike?connectTimeout=1");
        var answer = new HealthApi(new Database(nowhere)).health();
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getBody().status()).isEqualTo("down");
    }
}
