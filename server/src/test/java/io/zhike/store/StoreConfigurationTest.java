package io.zhike.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Timeout(120)
class StoreConfigurationTest {

    @Configuration(proxyBeanMethods = false)
    @Import(StoreConfiguration.class)
    static class Application {
        @Bean
        Greeter greeter() {
            return new Greeter();
        }
    }

    record Greeting(String text) {}

    static final class Greeter implements JobHandler<Greeting> {
        final CompletableFuture<String> greeted = new CompletableFuture<>();

        @Override
        public String kind() {
            return "test.greet";
        }

        @Override
        public Class<Greeting> payloadType() {
            return Greeting.class;
        }

        @Override
        public void run(JobRun<Greeting> run) {
            greeted.complete(run.payload().text());
        }
    }

    @Test
    void startsItsOwnServerKeepsTheDataAndStopsInOrder() throws Exception {
        Path data = Files.createTempDirectory(TestDatabase.target(), "configuration-");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        try {
            try (ConfigurableApplicationContext context = start("--zhike.data=" + data)) {
                context.getBean(Schemas.class).create(new WorkspaceSchema("w_first1"));
                Jobs jobs = context.getBean(Jobs.class);
                jobs.schedule(
                        new JobKey("test.greet", "a"),
                        new Greeting("你好"),
                        context.getBean(Clock.class).instant());
                assertThat(context.getBean(Greeter.class).greeted.get(30, TimeUnit.SECONDS))
                        .isEqualTo("你好");
                assertThat(context.getBean(DataSource.class)).isNotNull();
            }
            assertThat(Files.readString(data.resolve("postgres/postgres.log")))
                    .contains("database system is shut down")
                    .doesNotContain("terminating connection");
            try (ConfigurableApplicationContext context = start("--zhike.data=" + data)) {
                int rows = context.getBean(Database.class)
                        .reading(
                                Duration.ofSeconds(5),
                                ctx -> ctx.fetchCount(new WorkspaceSchema("w_first1").table("counter")));
                assertThat(rows).isZero();
            }
        } finally {
            deleteTree(data);
        }
    }

    @Test
    void takesAnExternalServerByItsUrl() {
        try (ConfigurableApplicationContext context = start("--zhike.database.url=" + TestDatabase.url())) {
            assertThat(context.getBean(DatabaseServer.class)).isInstanceOf(DatabaseServer.External.class);
            Object one = context.getBean(Database.class).read(ctx -> ctx.fetchValue("select 1"));
            assertThat(one).isEqualTo(1);
        }
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run(arguments);
    }

    private static void deleteTree(Path root) throws java.io.IOException {
        try (var all = Files.walk(root)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
