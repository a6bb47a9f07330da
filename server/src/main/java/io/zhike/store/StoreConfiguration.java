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
import org.springframework.context.annotation.DependsOn;

/**
 * The beans of this module. Spring closes them in the reverse order of their dependence: jobs end first, then the pool,
 * and PostgreSQL last.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreProperties.class)
class StoreConfiguration {
    private static final int POOL = 20;
    private static final int BESIDE = 2;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(StoreProperties properties) {
        String url = properties.database().url();
        return url.isBlank() ? DatabaseServer.embedded(properties.data()) : DatabaseServer.external(url);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseServer server) {
        return server.address().pool(POOL);
    }

    @Bean
    Schemas schemas(DataSource dataSource) {
        return new Schemas(dataSource);
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    /** Whoever gets the database finds its schemas as this release wants them. */
    @Bean
    Database database(DataSource dataSource, Schemas schemas, Heard heard) {
        schemas.migrateAll();
        return new Database(dataSource, heard);
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
    @DependsOn("database")
    Database beside(@Qualifier("besidePool") DataSource besidePool, Heard heard) {
        return new Database(besidePool, heard);
    }

    /** Has a connection of its own for as long as it lives. Waits for the database, and so for its schemas. */
    @Bean(destroyMethod = "close")
    @DependsOn("database")
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
