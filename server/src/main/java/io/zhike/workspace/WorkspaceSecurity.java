package io.zhike.workspace;

import io.zhike.http.AddressRange;
import io.zhike.http.JsonFormat;
import io.zhike.store.Database;
import io.zhike.store.Remembered;
import io.zhike.store.Signals;
import io.zhike.store.SystemSchema;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The security settings of workspaces. They are asked for at every request, and remembered as callers are. */
@Component
class WorkspaceSecurity {
    private static final Table<Record> TABLE = SystemSchema.table("workspace_security");
    private static final JsonMapper JSON = JsonFormat.mapper();
    private static final int MOST = 10_000;

    private final Database database;
    private final Clock clock;
    private final Remembered<UUID, SecuritySettings> known;
    private final boolean fromEverywhere;

    /** @param fromEverywhere passes over all lists of addresses, for who has locked everybody out */
    WorkspaceSecurity(
            Database database,
            Clock clock,
            Signals signals,
            @Value("${zhike.security.from-everywhere:false}") boolean fromEverywhere) {
        this.database = database;
        this.clock = clock;
        this.known = new Remembered<>(signals, KnownCallers.TOPIC, clock, MOST);
        this.fromEverywhere = fromEverywhere;
    }

    /** @param version 0 where nothing was ever set */
    record Kept(SecuritySettings settings, long version) {}

    SecuritySettings of(Workspace workspace) {
        return known.get(workspace.id(), () -> Optional.of(kept(workspace).settings()))
                .orElse(SecuritySettings.USUAL);
    }

    /** As it is at this moment. */
    Kept kept(Workspace workspace) {
        return database.read(ctx -> find(ctx, workspace));
    }

    /** @param version the one the change starts from; null for any */
    Kept change(Workspace workspace, SecuritySettings wanted, @Nullable Long version) {
        return database.write(ctx -> {
            ctx.insertInto(TABLE)
                    .set(Columns.WORKSPACE, workspace.id())
                    .set(Columns.SETTINGS, json(SecuritySettings.USUAL))
                    .set(Columns.VERSION, 0L)
                    .onConflictDoNothing()
                    .execute();
            ctx.selectOne()
                    .from(TABLE)
                    .where(Columns.WORKSPACE.eq(workspace.id()))
                    .forUpdate()
                    .fetch();
            Kept before = find(ctx, workspace);
            Versions.check(before.version(), version);
            ctx.update(TABLE)
                    .set(Columns.SETTINGS, json(wanted))
                    .set(Columns.VERSION, before.version() + 1)
                    .where(Columns.WORKSPACE.eq(workspace.id()))
                    .execute();
            PeopleAudit.of(ctx, workspace, clock.instant()).securityChanged(before.settings(), wanted);
            KnownCallers.changed(ctx);
            return new Kept(wanted, before.version() + 1);
        });
    }

    /** Whether {@code workspace} may be used from {@code address}. */
    boolean allows(Workspace workspace, String address) {
        return fromEverywhere || AddressRange.allow(of(workspace).addresses(), address);
    }

    private static Kept find(DSLContext ctx, Workspace workspace) {
        Record2<JSONB, Long> row = ctx.select(Columns.SETTINGS, Columns.VERSION)
                .from(TABLE)
                .where(Columns.WORKSPACE.eq(workspace.id()))
                .fetchOne();
        return row == null
                ? new Kept(SecuritySettings.USUAL, 0)
                : new Kept(JSON.readValue(row.value1().data(), SecuritySettings.class), row.value2());
    }

    private static JSONB json(SecuritySettings settings) {
        return JSONB.jsonb(JSON.writeValueAsString(settings));
    }
}
