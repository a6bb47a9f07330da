package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import io.zhike.store.TestDatabase;
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
    void saysThatItIsStartingUntilAllIsMade() {
        StartProbe probe = TestServer.bean(StartProbe.class);
        assertThat(probe.during().status()).isEqualTo(503);
        assertThat(probe.during().json().path("status").asString()).isEqualTo("starting");
        assertThat(probe.during().json().path("database").asString()).isEqualTo("up");
    }

    @Test
    void isNotUpAnyMoreOnceItShutsDown() {
        HealthApi health = new HealthApi(TestDatabase.database());
        health.start();
        assertThat(health.health().getStatusCode().value()).isEqualTo(200);
        health.stop();
        assertThat(health.health().getStatusCode().value()).isEqualTo(503);
    }

    @Test
    void isDownWithoutTheDatabase() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setURL("jdbc:postgresql://127.0.0.1:1/zhike?connectTimeout=1");
        HealthApi api = new HealthApi(new Database(nowhere));
        api.start();
        var answer = api.health();
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getBody().status()).isEqualTo("down");
    }
}
