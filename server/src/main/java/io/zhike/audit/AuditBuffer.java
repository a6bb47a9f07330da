package io.zhike.audit;

import io.zhike.store.Database;
import io.zhike.store.WorkspaceSchema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Entries that must not cost a request anything and may be many: calls by keys, refusals, failed sign-ins. What is alike within
 * some seconds becomes one entry that says how often; they are written in batches on a thread of their own. Memory is bounded:
 * who finds the buffer full writes it out first. A normal stop writes what is left; a node that is killed loses what came in the
 * last seconds.
 */
@Component
public final class AuditBuffer implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(AuditBuffer.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int MOST = 5_000;

    private final Database database;
    private final Clock clock;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("audit-buffer").daemon().factory());
    private final Object turns = new Object();
    private Map<Same, Tally> held = new LinkedHashMap<>();

    public AuditBuffer(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Same(WorkspaceSchema schema, Actor actor, AuditEntry entry) {}

    /** @param first when the first of those that are alike came */
    private record Tally(Instant first, long times, long rows) {
        Tally plus(Tally other) {
            return new Tally(first.isBefore(other.first) ? first : other.first, times + other.times, rows + other.rows);
        }
    }

    @EventListener
    void begin(ApplicationReadyEvent event) {
        writer.scheduleWithFixedDelay(this::flushOrSay, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Holds {@code entry}; {@code rows} of what is alike are added up, 0 leaves them out. */
    public void add(WorkspaceSchema schema, Actor actor, AuditEntry entry, long rows) {
        boolean full;
        synchronized (this) {
            held.merge(new Same(schema, actor, entry), new Tally(clock.instant(), 1, rows), Tally::plus);
            full = held.size() >= MOST;
        }
        if (full) {
            flush();
        }
    }

    /** Writes all that is held, each workspace's in one transaction. What cannot be written stays held. */
    public void flush() {
        synchronized (turns) {
            Map<WorkspaceSchema, Map<Same, Tally>> taken = take();
            RuntimeException failed = null;
            for (Map.Entry<WorkspaceSchema, Map<Same, Tally>> each : taken.entrySet()) {
                try {
                    write(each.getKey(), each.getValue());
                } catch (RuntimeException e) { // another workspace's entries must not be lost for it
                    giveBack(each.getValue());
                    failed = e;
                }
            }
            if (failed != null) {
                throw failed;
            }
        }
    }

    private synchronized Map<WorkspaceSchema, Map<Same, Tally>> take() {
        Map<WorkspaceSchema, Map<Same, Tally>> taken = new HashMap<>();
        held.forEach((same, tally) ->
                taken.computeIfAbsent(same.schema(), _ -> new LinkedHashMap<>()).put(same, tally));
        held = new LinkedHashMap<>();
        return taken;
    }

    private synchronized void giveBack(Map<Same, Tally> unwritten) {
        unwritten.forEach((same, tally) -> held.merge(same, tally, Tally::plus));
    }

    private void write(WorkspaceSchema schema, Map<Same, Tally> entries) {
        database.writing(ctx -> entries.forEach((same, tally) -> {
            AuditEntry entry = tally.times() > 1 ? same.entry().with(AuditWord.TIMES, tally.times()) : same.entry();
            entry = tally.rows() > 0 ? entry.with(AuditWord.ROWS, tally.rows()) : entry;
            AuditLog.record(ctx, schema, tally.first(), same.actor(), entry);
        }));
    }

    private void flushOrSay() {
        try {
            flush();
        } catch (RuntimeException e) { // a schedule that throws ends; the entries are still held
            LOG.error("The audit log cannot be written; {} entries wait", waiting(), e);
        }
    }

    private synchronized int waiting() {
        return held.size();
    }

    @Override
    public void destroy() {
        writer.close();
        flushOrSay();
    }
}
