package io.zhike.secret;

import io.zhike.message.ProblemException;
import io.zhike.store.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a start does about keys. Costs one small statement where the key is the one of last time. */
final class SecretStart {
    private static final Logger LOG = LoggerFactory.getLogger(SecretStart.class);
    private static final int AT_ONCE = 500;

    private final Database database;
    private final SecretSettings settings;

    SecretStart(Database database, SecretSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * Hands {@code secrets} the keys; makes the first one, and seals anew what an older key sealed.
     *
     * @throws ProblemException {@code key-missing} where something is sealed by a key that is not there
     */
    void begin(Secrets secrets, List<SealedColumns> modules) {
        List<String> used = used();
        Optional<KeyRing> there = settings.keys();
        if (there.isPresent() && used.equals(List.of(there.get().current().id()))) {
            secrets.use(there.get(), true);
            return;
        }
        Places columns = used.isEmpty() ? Places.NONE : Places.of(modules);
        for (String id : used) {
            if (there.flatMap(ring -> ring.find(id)).isEmpty()) {
                refuseWhatItSealed(id, columns);
            }
        }
        KeyRing ring = there.orElseGet(settings::make);
        for (String id : used) {
            if (!id.equals(ring.current().id())) {
                ring.find(id).ifPresent(old -> sealAnew(ring.current(), old, columns));
                forget(ring.current(), id);
            }
        }
        secrets.use(ring, !used.isEmpty());
    }

    /** Wherever something may be sealed. */
    private record Places(List<SealedColumn> columns, List<SealedElsewhere> elsewhere) {
        static final Places NONE = new Places(List.of(), List.of());

        static Places of(List<SealedColumns> modules) {
            return new Places(
                    modules.stream().flatMap(each -> each.all().stream()).toList(),
                    modules.stream().flatMap(each -> each.elsewhere().stream()).toList());
        }
    }

    private void refuseWhatItSealed(String id, Places places) {
        for (SealedElsewhere elsewhere : places.elsewhere()) {
            if (database.read(ctx -> elsewhere.holds(ctx, Sealing.beginning(id)))) {
                throw SecretError.KEY_MISSING.problem(id, settings.source());
            }
        }
        for (SealedColumn column : places.columns()) {
            if (database.read(
                    ctx -> ctx.fetchExists(column.table(), column.sealed().startsWith(Sealing.beginning(id))))) {
                throw SecretError.KEY_MISSING.problem(id, settings.source());
            }
        }
    }

    private void sealAnew(KeyRing.Key key, KeyRing.Key old, Places places) {
        int moved = 0;
        for (SealedElsewhere elsewhere : places.elsewhere()) {
            moved += elsewhere.replace(
                    Sealing.beginning(old.id()), (column, row, text) -> anew(key, old, column.bound(row), text));
        }
        for (SealedColumn column : places.columns()) {
            int step = -1;
            while (step != 0) {
                step = database.write(ctx -> sealSome(ctx, key, old, column));
                moved += step;
            }
        }
        LOG.info("{} values that the key {} had sealed are sealed by {} now", moved, old.id(), key.id());
    }

    /** How many were sealed anew; 0 when none is left. */
    private static int sealSome(DSLContext ctx, KeyRing.Key key, KeyRing.Key old, SealedColumn column) {
        Result<Record2<UUID, String>> rows = ctx.select(column.id(), column.sealed())
                .from(column.table())
                .where(column.sealed().startsWith(Sealing.beginning(old.id())))
                .limit(AT_ONCE)
                .forUpdate()
                .fetch();
        for (Record2<UUID, String> row : rows) {
            String place = column.bound(row.value1());
            ctx.update(column.table())
                    .set(
                            column.sealed(),
                            anew(key, old, place, row.value2()).orElseThrow(SecretError.SEALED_BROKEN::problem))
                    .where(column.id().eq(row.value1()))
                    .execute();
        }
        return rows.size();
    }

    private static Optional<String> anew(KeyRing.Key key, KeyRing.Key old, String place, String sealed) {
        return Sealing.open(old, place, sealed).map(plain -> Sealing.seal(key, place, plain));
    }

    private void forget(KeyRing.Key current, String id) {
        database.writing(ctx -> {
            ctx.insertInto(Secrets.KEYS)
                    .set(Secrets.KEY_ID, current.id())
                    .onConflictDoNothing()
                    .execute();
            ctx.deleteFrom(Secrets.KEYS).where(Secrets.KEY_ID.eq(id)).execute();
        });
    }

    private List<String> used() {
        return database.read(ctx -> ctx.select(Secrets.KEY_ID)
                .from(Secrets.KEYS)
                .orderBy(Secrets.KEY_ID)
                .fetch(Secrets.KEY_ID));
    }
}
