package io.zhike.record.transfer;

import io.zhike.store.Database;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings in the rows that waited for records further down in the file: again and again, as long as each time some find what
 * they name; those that never do are refused. Each page is one transaction, so that a crash neither loses nor doubles a row.
 */
final class LateRows {
    private static final int PAGE = 2_000;

    /** Deeper than any tree that people keep; a file made to need more has the rest refused. */
    private static final int PASSES = 100;

    private final Database database;
    private final ImportStore imports;
    private final WaitingRows waiting;
    private final RowMapper mapper;
    private final ImportChunk chunk;

    LateRows(Database database, ImportStore imports, WaitingRows waiting, RowMapper mapper, ImportChunk chunk) {
        this.database = database;
        this.imports = imports;
        this.waiting = waiting;
        this.mapper = mapper;
        this.chunk = chunk;
    }

    /** @param last the position of the last row looked at; null where there was none, or where the import was stopped */
    private record Step(@Nullable Long last, long settled, boolean stopped) {
        static final Step STOPPED = new Step(null, 0, true);
    }

    /** Until no row waits; false where a person or the node's shutdown stopped it before. */
    boolean bring(Caller caller, UUID id, BooleanSupplier stopping) {
        boolean settled = true;
        // Whoever comes first in the file mostly waits for whoever comes last: the first pass goes backwards.
        for (int pass = 0; pass < PASSES && settled; pass++) {
            Step done = pass(caller, id, pass % 2 == 0, ImportChunk.Missing.WAITS, stopping);
            if (done.stopped()) {
                return false;
            }
            settled = done.settled() > 0;
        }
        return !pass(caller, id, false, ImportChunk.Missing.REFUSED_LATE, stopping)
                .stopped();
    }

    /** Looks at each row that waits once. */
    private Step pass(
            Caller caller, UUID id, boolean backwards, ImportChunk.Missing missing, BooleanSupplier stopping) {
        long settled = 0;
        @Nullable Long last = null;
        do {
            if (stopping.getAsBoolean()) {
                return Step.STOPPED;
            }
            Step step = page(caller, id, last, backwards, missing);
            if (step.stopped()) {
                return step;
            }
            settled += step.settled();
            last = step.last();
        } while (last != null);
        return new Step(null, settled, false);
    }

    private Step page(Caller caller, UUID id, @Nullable Long beyond, boolean backwards, ImportChunk.Missing missing) {
        WorkspaceSchema schema = caller.workspace().schema();
        return database.write(ctx -> {
            if (imports.lock(ctx, schema, id).state() != ImportState.RUNNING) {
                return Step.STOPPED;
            }
            List<ImportRow> rows = waiting.page(ctx, schema, id, beyond, backwards, PAGE).stream()
                    .map(row -> mapper.map(row.position(), row.row()))
                    .toList();
            if (rows.isEmpty()) {
                return new Step(null, 0, false);
            }
            ImportChunk.Outcome outcome = chunk.write(ctx, caller, rows, missing);
            Set<ImportRow> still = new HashSet<>(outcome.waiting());
            List<Long> settled = rows.stream()
                    .filter(row -> !still.contains(row))
                    .map(ImportRow::position)
                    .toList();
            waiting.remove(ctx, schema, id, settled);
            imports.count(ctx, schema, id, outcome.tally().read(0));
            return new Step(rows.getLast().position(), settled.size(), false);
        });
    }
}
