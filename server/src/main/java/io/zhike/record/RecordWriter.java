package io.zhike.record;

import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.message.ErrorCode;
import io.zhike.message.Issue;
import io.zhike.message.ProblemException;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.workspace.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/**
 * The gate in: every write of records, by whomever, passes here. One transaction, in the order of {@link #phases}: rights,
 * defaults and computed values, checks, rows, roll-ups, feed.
 */
@Service
public class RecordWriter {
    private final Database database;
    private final Ticks ticks;
    private final Access access;
    private final List<WritePhase> phases;

    RecordWriter(Database database, Ticks ticks, Access access, WritePhases phases) {
        this.database = database;
        this.ticks = ticks;
        this.access = access;
        this.phases = phases.inOrder();
    }

    /**
     * Writes the batch in a transaction of its own, and again where another one was in its way.
     *
     * @throws ProblemException where a write is refused and the batch stops at refusals; then nothing is written
     */
    public WriteResult write(Caller caller, WriteBatch batch) {
        return Retries.run(() -> {
            Grants grants = access.of(caller);
            return database.write(ctx -> write(ctx, caller, grants, batch));
        });
    }

    /** As {@link #write(Caller, WriteBatch)}, once, inside the transaction of {@code ctx}. */
    public WriteResult write(DSLContext ctx, Caller caller, WriteBatch batch) {
        return write(ctx, caller, access.of(caller), batch);
    }

    /** As {@link #write(DSLContext, Caller, WriteBatch)}, with rights looked up before: a transaction holds one connection. */
    public WriteResult write(DSLContext ctx, Caller caller, Grants grants, WriteBatch batch) {
        EntityCatalog catalog = grants.catalog();
        EntityDefinition entity = catalog.find(batch.entity())
                .filter(found -> grants.on(found.code()).visible())
                .orElseThrow(() -> RecordError.UNKNOWN_ENTITY.problem(batch.entity()));
        EntityTable table = EntityTable.of(entity, caller.workspace().schema());
        Instant now = ticks.next();
        List<PendingWrite> all = new ArrayList<>(batch.writes().size());
        for (RecordWrite write : batch.writes()) {
            all.add(new PendingWrite(all.size(), write, Ids.at(now)));
        }
        for (List<PendingWrite> part : withoutRepeats(all)) {
            run(new WriteRun(ctx, caller, catalog, table, grants, batch, ticks, ticks.next(), part));
        }
        return new WriteResult(all.stream().map(RecordWriter::outcome).toList());
    }

    private void run(WriteRun run) {
        for (WritePhase phase : phases) {
            phase.run(run);
            if (run.batch().onRefusal() == WriteBatch.OnRefusal.STOP) {
                stopAtRefusals(run);
            }
        }
    }

    /** Splits a batch so that no part has two writes of one record: the second shall find what the first left. */
    private static List<List<PendingWrite>> withoutRepeats(List<PendingWrite> all) {
        List<List<PendingWrite>> parts = new ArrayList<>();
        List<PendingWrite> part = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (PendingWrite write : all) {
            if (!seen.add(write.id())) {
                parts.add(part);
                part = new ArrayList<>();
                seen.clear();
                seen.add(write.id());
            }
            part.add(write);
        }
        parts.add(part);
        return parts;
    }

    private static void stopAtRefusals(WriteRun run) {
        if (run.pending().size() == run.all().size()) {
            return;
        }
        List<PendingWrite> refused =
                run.all().stream().filter(PendingWrite::refused).toList();
        boolean single = run.batch().writes().size() == 1;
        List<Issue> issues = new ArrayList<>();
        for (PendingWrite write : refused) {
            write.issues().forEach(issue -> issues.add(single ? issue : issue.under("items[" + write.index() + "]")));
        }
        Issue first = issues.getFirst();
        if (single && first.path().isEmpty() && first.message().code() instanceof ErrorCode code) {
            throw new ProblemException(code.fault(), first.message(), List.of());
        }
        throw RecordError.INPUT_REFUSED.problem(issues, issues.size());
    }

    private static WriteResult.Outcome outcome(PendingWrite write) {
        if (write.refused()) {
            return new WriteResult.Refused(write.issues());
        }
        long number = write.before().map(StoredRecord::number).orElse(write.number());
        return new WriteResult.Written(write.id(), number, write.newVersion(), write.changesAnything(), write.after());
    }
}
