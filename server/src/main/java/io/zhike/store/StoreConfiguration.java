package io.zhike.store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The beans of this module. Spring closes them in the reverse order of their dependence: jobs end first, then the pool,
 * and PostgreSQL last.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreProperties.class)
class StoreConfiguration {
    private static final int BESIDE = 2;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** What was begun before there was a context; begun now where the context is not one of Spring Boot's. */
    @Bean(destroyMethod = "close")
    ReadyStore readyStore(ObjectProvider<StartingStore> starting, StoreProperties properties) {
        return starting.getIfAvailable(() -> StartingStore.begin(properties)).take();
    }

    // The store closes what it consists of, in its order.

    @Bean(destroyMethod = "")
    DatabaseServer databaseServer(ReadyStore store) {
        return store.server();
    }

    @Bean(destroyMethod = "")
    HikariDataSource dataSource(ReadyStore store) {
        return store.pool();
    }

    @Bean
    Schemas schemas(ReadyStore store) {
        return store.schemas();
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    @Bean
    Database database(DataSource dataSource, Heard heard) {
        return new Database(dataSource, heard);
    }

    @Bean
    DataPlace dataPlace(StoreProperties properties, DatabaseServer server) {
        return DataPlace.of(properties, server);
    }

    /**
     * For short transactions beside one that runs: whoever holds a connection and waits for another waits for ever when all
     * do, so that these have connections of their own.
     */
    @Bean(defaultCandidate = false, destroyMethod = "close")
    HikariDataSource besidePool(DatabaseServer server) {
        return server.address().pool(BESIDE);
    }

    @Bean(name = Database.BESIDE, defaultCandidate = false)
    Database beside(@Qualifier("besidePool") DataSource besidePool, Heard heard) {
        return new Database(besidePool, heard);
    }

    /** Has a connection of its own for as long as it lives. */
    @Bean(destroyMethod = "close")
    Signals signals(DatabaseServer server, Heard heard) {
        return new Signals(server.address().unpooled(), heard);
    }

    @Bean
    Jobs jobs(Database database, Clock clock) {
        return new Jobs(database, clock);
    }

    @Bean(destroyMethod = "close")
    JobScheduler jobScheduler(
            DataSource dataSource, Jobs jobs, Signals signals, Clock clock, ObjectProvider<JobHandler<?>> handlers) {
        List<JobHandler<?>> all = handlers.orderedStream().toList();
        return new JobScheduler(dataSource, jobs, signals, clock, all);
    }

    /** Jobs wait until the application is ready to serve. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> jobsWhenReady(JobScheduler scheduler) {
        return _ -> scheduler.start();
    }
}
