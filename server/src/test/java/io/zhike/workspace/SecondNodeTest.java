package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Another server on the same database: a later start, and a second node. */
class SecondNodeTest {
    private static final TestWorkspace ACME = TestServer.newWorkspace();
    private static ConfigurableApplicationContext second;

    @BeforeAll
    static void start() {
        second = TestServer.start(Map.of("zhike.rate.per-caller", "5", "zhike.admin-password", "another password"));
    }

    @AfterAll
    static void stop() {
        second.close();
    }

    @Test
    void saysThePasswordOnTheFirstStartOnly() {
        assertThat(TestServer.bean(FirstStart.class).readyLine())
                .isEqualTo("Zhike is ready at " + TestServer.address() + ", account admin, password "
                        + TestServer.PASSWORD);
        assertThat(second.getBean(FirstStart.class).readyLine())
                .isEqualTo("Zhike is ready at " + TestServer.address(second) + ", account admin");
    }

    @Test
    void leavesThePasswordOfTheFirstStartAsItIs() {
        Client client = new Client(TestServer.address(second));
        client.post("/api/v1/session", Map.of("account", "admin", "password", TestServer.PASSWORD))
                .expect(200);
    }

    @Test
    void servesSessionsOfTheFirstAndLimitsTheirRate() {
        String cookie = TestServer.bean(Sessions.class)
                .start(
                        ACME.administrator().member().account(),
                        new Accounts.Place(
                                ACME.workspace(), ACME.administrator().id()),
                        new Sessions.Client("127.0.0.1", "test"));
        Client client = new Client(TestServer.address(second)).with("Cookie", SessionCookie.NAME + "=" + cookie);
        for (int i = 0; i < 5; i++) {
            client.get("/api/v1/me").expect(200);
        }
        Answer refused = client.get("/api/v1/me").expect(429, "too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 12);
        assertThat(refused.header("RateLimit")).startsWith("\"caller\";r=0");
    }
}
