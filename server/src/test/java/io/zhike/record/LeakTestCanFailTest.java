package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.access.ForgetfulAccess;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** On a server that forgets what roles hide, the cases of {@link LeakTest} and {@link RowLeakTest} find it, each by each way. */
class LeakTestCanFailTest {
    private static final World WORLD = World.SHARED;
    private static final Ground GROUND = WORLD.ground();
    private static ConfigurableApplicationContext server;
    private static ForgetfulAccess access;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("zhike.test.forgetful-access", "true"));
        access = server.getBean(ForgetfulAccess.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void remember() {
        access.forget(ForgetfulAccess.Lapse.NONE);
    }

    private static Client as(String person) {
        return WORLD.as(person).at(TestServer.address(server));
    }

    private static LeakWays.Known field(String entity, String code) {
        return GROUND.field(entity, code);
    }

    private static List<String> fitting(LeakWays.Known field) {
        return LeakWays.ALL.stream()
                .filter(way -> LeakWays.fits(way, field))
                .map(LeakWays.Way::name)
                .toList();
    }

    @Test
    void findsNothingWhereNothingIsForgotten() {
        assertThat(LeakWays.reaching(as("li"), field("customer", "margin"))).isEmpty();
        assertThat(RowLeakTest.reaching(as("li"), "baiyun")).isEmpty();
    }

    @Test
    void findsAForgottenMaskByEveryWay() {
        access.forget(ForgetfulAccess.Lapse.MASK);
        for (String code : List.of("margin", "margin_rate", "profitable", "parent_margin")) {
            LeakWays.Known field = field("customer", code);
            assertThat(LeakWays.reaching(as("li"), field)).as(code).containsAll(fitting(field));
        }
        Set<String> sale = Set.copyOf(LeakWays.reaching(as("wang"), field("sale", "discount")));
        assertThat(sale).contains("list, asked for", "condition over children", "export, asked for", "history");
        LeakWays.Known keeper = field("customer", "keeper");
        assertThat(LeakWays.reaching(as("wang"), keeper)).contains("labels", "labels of one record", "group");
    }

    @Test
    void findsAMaskThatIsForgottenByEveryWay() {
        assertThat(LeakTest.masks(as("sun"))).doesNotContain("13812345678", "欠款");
        access.forget(ForgetfulAccess.Lapse.GLIMPSE);
        LeakTest.MASKED.forEach((entity, codes) -> codes.forEach(code -> {
            LeakWays.Known field = field(entity, code);
            List<String> reaching = LeakWays.reaching(as("sun"), field);
            assertThat(reaching.stream().filter(way -> !LeakWays.shows(way)))
                    .as(code)
                    .contains("order", "group", "measure", "order, falling", "figure of it", "look-alikes");
        }));
        assertThat(LeakTest.masks(as("sun"))).contains("13812345678", "欠款", "4000.00", "fair");
    }

    @Test
    void findsAForgottenDenialByEveryWay() {
        access.forget(ForgetfulAccess.Lapse.DENIES);
        for (String record : List.of("anhui", "baiyun", "s4")) {
            assertThat(RowLeakTest.reaching(as("wu"), record))
                    .as(record)
                    .isEqualTo(RowLeakTest.reaching(WORLD.as("admin"), record));
        }
    }

    @Test
    void findsSharesWithOthersByEveryWay() {
        access.forget(ForgetfulAccess.Lapse.SHARES);
        for (String record : List.of("empty", "s1", "s3")) {
            assertThat(RowLeakTest.reaching(as("han"), record))
                    .as(record)
                    .isEqualTo(RowLeakTest.reaching(WORLD.as("admin"), record));
        }
    }

    @Test
    void findsAForgottenRowScopeByEveryWay() {
        access.forget(ForgetfulAccess.Lapse.ROWS);
        for (String record : RowLeakTest.records()) {
            assertThat(RowLeakTest.reaching(as("zhao"), record))
                    .as(record)
                    .isEqualTo(RowLeakTest.reaching(WORLD.as("admin"), record));
        }
    }

    @Test
    void findsAForgottenMaskInEveryApp() {
        access.forget(ForgetfulAccess.Lapse.MASK);
        for (InstalledApp app : InstalledApp.all()) {
            app.hideable()
                    .forEach(field -> assertThat(
                                    LeakWays.reaching(app.blindTo(field).at(TestServer.address(server)), field))
                            .as(app.code + " " + field.entity() + "." + field.code())
                            .containsAll(fitting(field)));
        }
    }
}
