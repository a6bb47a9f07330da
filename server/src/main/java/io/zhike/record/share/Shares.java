package io.zhike.record.share;

import io.zhike.access.RecordShare;
import io.zhike.access.RecordShares;
import io.zhike.access.ShareLevel;
import io.zhike.access.SharePrincipal;
import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.record.PurgeFollower;
import io.zhike.record.RecordAction;
import io.zhike.record.RecordReach;
import io.zhike.record.RecordReader;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sharing of single records. Whoever may share records of an entity shares those within their own reach, and never gives or
 * takes back more than they have themselves.
 */
@Component
class Shares implements PurgeFollower {
    private final Database database;
    private final RecordReach reach;
    private final RecordReader reader;
    private final Clock clock;

    Shares(Database database, RecordReach reach, RecordReader reader, Clock clock) {
        this.database = database;
        this.reach = reach;
        this.reader = reader;
        this.clock = clock;
    }

    /** What somebody wants to share. */
    record Wanted(
            SharePrincipal with, ShareLevel level, @Nullable LocalDate until) {}

    /** The shares of a record, and the most that the caller may give. */
    record OfRecord(List<RecordShare> shares, ShareLevel most, Map<UUID, String> names) {}

    OfRecord of(Caller caller, String entity, UUID record) {
        RecordReach.Reached reached = reached(caller, entity, record);
        WorkspaceSchema schema = caller.workspace().schema();
        return database.read(ctx -> {
            List<RecordShare> shares = new RecordShares(schema).of(ctx, entity, record);
            Set<UUID> named = new HashSet<>();
            for (RecordShare share : shares) {
                named.add(share.principal().id());
                if (share.by() != null) {
                    named.add(share.by());
                }
            }
            return new OfRecord(shares, reached.level(), new PrincipalNames(ctx, schema).of(named));
        });
    }

    /** Shares a record, or changes how it is shared with them. */
    void put(Caller caller, String entity, UUID record, Wanted wanted) {
        RecordReach.Reached reached = reached(caller, entity, record);
        requireOwn(reached, wanted.level());
        LocalDate until = wanted.until();
        if (until != null && until.isBefore(today(caller))) {
            throw ShareError.SHARE_PAST.problem(until);
        }
        String title = title(caller, entity, record);
        WorkspaceSchema schema = caller.workspace().schema();
        RecordShares shares = new RecordShares(schema);
        database.writing(ctx -> {
            String name = new PrincipalNames(ctx, schema)
                    .find(wanted.with())
                    .orElseThrow(ShareError.SHARE_WITH_WHOM::problem);
            Optional<RecordShare> before =
                    shares.lockedWith(ctx, record, wanted.with().id());
            before.ifPresent(share -> requireOwn(reached, share.level()));
            Instant now = clock.instant();
            RecordShare share = new RecordShare(
                    Ids.at(now),
                    entity,
                    record,
                    reached.made(),
                    wanted.with(),
                    wanted.level(),
                    until,
                    caller.member(),
                    now);
            shares.put(ctx, share);
            tell(ctx, caller, RecordAction.RECORD_SHARED, share, name, title);
        });
    }

    void takeBack(Caller caller, String entity, UUID record, UUID id) {
        RecordReach.Reached reached = reached(caller, entity, record);
        String title = title(caller, entity, record);
        WorkspaceSchema schema = caller.workspace().schema();
        RecordShares shares = new RecordShares(schema);
        database.writing(ctx -> {
            RecordShare share = shares.locked(ctx, entity, record, id).orElseThrow(ShareError.SHARE_MISSING::problem);
            requireOwn(reached, share.level());
            shares.delete(ctx, id);
            UUID with = share.principal().id();
            String name = new PrincipalNames(ctx, schema).of(List.of(with)).getOrDefault(with, with.toString());
            tell(ctx, caller, RecordAction.RECORD_UNSHARED, share, name, title);
        });
    }

    private RecordReach.Reached reached(Caller caller, String entity, UUID record) {
        RecordReach.Reached reached = reach.of(caller, entity, record);
        if (!reached.grant().mayShare()) {
            throw ShareError.SHARE_FORBIDDEN.problem(reached.entity().label());
        }
        return reached;
    }

    private static void requireOwn(RecordReach.Reached reached, ShareLevel level) {
        if (!reached.level().covers(level)) {
            throw ShareError.SHARE_ABOVE_OWN.problem();
        }
    }

    private LocalDate today(Caller caller) {
        return clock.instant().atZone(caller.workspace().zone()).toLocalDate();
    }

    private String title(Caller caller, String entity, UUID record) {
        return reader.titles(caller, entity, Set.of(record)).getOrDefault(record, record.toString());
    }

    private void tell(
            DSLContext ctx, Caller caller, RecordAction action, RecordShare share, String name, String title) {
        LocalDate until = share.until();
        AuditEntry entry = AuditEntry.of(action, "record", share.record(), title)
                .with(AuditWord.ENTITY, share.entity())
                .with(AuditWord.NAME, name)
                .with(AuditWord.MODE, share.level().code())
                .with(AuditWord.EXPIRES, until == null ? null : until.toString());
        AuditLog.record(ctx, caller.workspace().schema(), clock.instant(), entry);
    }

    @Override
    public void purged(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        new RecordShares(schema).forget(ctx, records);
    }
}
