package io.zhike.store;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Starts the database and migrates it while Spring still reads its classes: neither needs the other, and both take about as
 * long. {@link StoreConfiguration} takes the result.
 */
final class EarlyStart implements ApplicationListener<SpringApplicationEvent>, Ordered {
    /** After the configuration has been read, and after the check of the port: a start that fails there touches no data. */
    private static final int ORDER = 100;

    private @Nullable StartingStore starting;

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
            begin(prepared);
        } else if (event instanceof ApplicationFailedEvent && starting != null) {
            starting.abandon();
        }
    }

    private void begin(ApplicationEnvironmentPreparedEvent event) {
        StoreProperties properties = Binder.get(event.getEnvironment()).bindOrCreate("zhike", StoreProperties.class);
        StartingStore begun = StartingStore.begin(properties);
        starting = begun;
        event.getBootstrapContext()
                .addCloseListener(closed ->
                        closed.getApplicationContext().getBeanFactory().registerSingleton("startingStore", begun));
    }
}
