package io.zhike.workspace;

import io.zhike.http.AddressRange;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.store.SystemSchema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** API keys. A key acts as the member who made it, until it is revoked, expires, or the member is deactivated. */
@Component
public class Keys {
    private static final Table<Record> TABLE = SystemSchema.table("api_key");
    private static final String MARK = "zk_";
    private static final int SHOWN = 9;
    private static final int LONGEST_NAME = 100;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final Database database;
    private final Clock clock;

    Keys(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A key as it can be shown.
     *
     * @param prefix its first characters
     * @param expiresAt null for never
     * @param usedAt to the minute; null for never
     * @param addresses from which it may be used; empty for all that the workspace allows
     */
    public record Key(
            UUID id,
            String name,
            String prefix,
            UUID member,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant usedAt,
            List<String> addresses) {}

    /** A new key, and the secret that is known only now. */
    public record Made(Key key, String secret) {}

    /**
     * @param place where and as whom the key works
     * @param label its name and the beginning of its secret, as people know it
     * @param addresses from which it may be used; empty for all that its workspace allows
     */
    record Found(UUID id, Accounts.Place place, String label, List<AddressRange> addresses) {}

    /** Makes a key of {@code member}; {@code expiresAt} null lets it live until it is revoked. */
    public Made create(Workspace workspace, UUID member, String name, @Nullable Instant expiresAt) {
        return create(workspace, member, name, expiresAt, List.of());
    }

    /** As {@link #create(Workspace, UUID, String, Instant)}; the key works from {@code addresses} alone unless there are none. */
    Made create(Workspace workspace, UUID member, String name, @Nullable Instant expiresAt, List<String> addresses) {
        Instant now = clock.instant();
        Checks checks = new Checks()
                .text("name", name, LONGEST_NAME)
                .that(expiresAt == null || expiresAt.isAfter(now), "expiresAt", WorkspaceError.EXPIRY_PAST);
        List<String> ranges = AddressRanges.check(checks, "addresses", addresses).stream()
                .map(AddressRange::toString)
                .toList();
        checks.orThrow(name);
        String secret = MARK + Secret.token();
        Key key = new Key(Ids.at(now), name.strip(), secret.substring(0, SHOWN), member, now, expiresAt, null, ranges);
        database.writing(ctx -> {
            ctx.insertInto(TABLE)
                    .set(Columns.ID, key.id())
                    .set(Columns.HASH, Secret.hash(secret))
                    .set(Columns.PREFIX, key.prefix())
                    .set(Columns.NAME, key.name())
                    .set(Columns.WORKSPACE, workspace.id())
                    .set(Columns.MEMBER, member)
                    .set(Columns.CREATED_AT, now)
                    .set(Columns.EXPIRES_AT, expiresAt)
                    .set(Columns.ADDRESSES, ranges.toArray(String[]::new))
                    .execute();
            PeopleAudit.of(ctx, workspace, now).keyMade(key);
        });
        return new Made(key, secret);
    }

    /** The keys of {@code workspace} that are not revoked, of one member or, with null, of all; newest first. */
    public List<Key> list(Workspace workspace, @Nullable UUID member) {
        return database.read(ctx -> ctx.select(shown())
                .from(TABLE)
                .where(Columns.WORKSPACE.eq(workspace.id()))
                .and(Columns.REVOKED_AT.isNull())
                .and(member == null ? DSL.noCondition() : Columns.MEMBER.eq(member))
                .orderBy(Columns.ID.desc())
                .fetch(Keys::of));
    }

    /** Ends a key at once; throws {@code no-such-key} unless it is one of {@code member} (null: of anybody). */
    public void revoke(Workspace workspace, UUID id, @Nullable UUID member) {
        boolean revoked = database.write(ctx -> {
            KnownCallers.changed(ctx);
            Optional<Key> key = ctx.update(TABLE)
                    .set(Columns.REVOKED_AT, clock.instant())
                    .where(Columns.ID.eq(id))
                    .and(Columns.WORKSPACE.eq(workspace.id()))
                    .and(Columns.REVOKED_AT.isNull())
                    .and(member == null ? DSL.noCondition() : Columns.MEMBER.eq(member))
                    .returning(shown())
                    .fetchOptional(Keys::of);
            key.ifPresent(
                    each -> PeopleAudit.of(ctx, workspace, clock.instant()).keyRevoked(each));
            return key.isPresent();
        });
        if (!revoked) {
            throw WorkspaceError.NO_SUCH_KEY.problem();
        }
    }

    /** Ends all keys of a member, in the transaction of {@code ctx}; gives how many there were. */
    static int revokeAll(DSLContext ctx, Workspace workspace, UUID member, Instant now) {
        return ctx.update(TABLE)
                .set(Columns.REVOKED_AT, now)
                .where(Columns.WORKSPACE.eq(workspace.id()))
                .and(Columns.MEMBER.eq(member))
                .and(Columns.REVOKED_AT.isNull())
                .execute();
    }

    private static List<Field<?>> shown() {
        return List.of(
                Columns.ID,
                Columns.NAME,
                Columns.PREFIX,
                Columns.MEMBER,
                Columns.CREATED_AT,
                Columns.EXPIRES_AT,
                Columns.USED_AT,
                Columns.ADDRESSES);
    }

    /** The living key of {@code secret}, whose member and account are active. Notes its use. */
    Optional<Found> find(String secret) {
        if (!secret.startsWith(MARK)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Table<Record> membership = Accounts.MEMBERSHIP;
        return database.read(ctx -> ctx.select(Workspaces.columns())
                        .select(
                                Columns.of(TABLE, Columns.ID),
                                Columns.of(TABLE, Columns.MEMBER),
                                Columns.of(TABLE, Columns.NAME),
                                Columns.of(TABLE, Columns.PREFIX),
                                Columns.of(TABLE, Columns.USED_AT),
                                Columns.of(TABLE, Columns.ADDRESSES))
                        .from(TABLE)
                        .join(Workspaces.TABLE)
                        .on(Columns.of(Workspaces.TABLE, Columns.ID).eq(Columns.of(TABLE, Columns.WORKSPACE)))
                        .join(membership)
                        .on(Columns.of(membership, Columns.MEMBER).eq(Columns.of(TABLE, Columns.MEMBER)))
                        .and(Columns.of(membership, Columns.WORKSPACE).eq(Columns.of(TABLE, Columns.WORKSPACE)))
                        .join(Accounts.TABLE)
                        .on(Columns.of(Accounts.TABLE, Columns.ID).eq(Columns.of(membership, Columns.ACCOUNT)))
                        .where(Columns.of(TABLE, Columns.HASH).eq(Secret.hash(secret)))
                        .and(Columns.of(TABLE, Columns.REVOKED_AT).isNull())
                        .and(Columns.of(TABLE, Columns.EXPIRES_AT)
                                .isNull()
                                .or(Columns.of(TABLE, Columns.EXPIRES_AT).gt(now)))
                        .and(Columns.of(membership, Columns.ACTIVE).isTrue())
                        .and(Columns.of(Accounts.TABLE, Columns.ACTIVE).isTrue())
                        .fetchOptional(row -> row))
                .map(row -> found(row, now));
    }

    private Found found(Record row, Instant now) {
        UUID id = row.get(Columns.of(TABLE, Columns.ID));
        Instant used = row.get(Columns.of(TABLE, Columns.USED_AT));
        if (used == null || used.isBefore(now.minus(NOTED_EVERY))) {
            database.writing(ctx -> ctx.update(TABLE)
                    .set(Columns.USED_AT, now)
                    .where(Columns.ID.eq(id))
                    .execute());
        }
        return new Found(
                id,
                new Accounts.Place(Workspaces.of(row), row.get(Columns.of(TABLE, Columns.MEMBER))),
                row.get(Columns.of(TABLE, Columns.NAME)) + " " + row.get(Columns.of(TABLE, Columns.PREFIX)),
                Stream.of(row.get(Columns.of(TABLE, Columns.ADDRESSES)))
                        .map(AddressRange::of)
                        .toList());
    }

    private static Key of(Record row) {
        return new Key(
                row.get(Columns.ID),
                row.get(Columns.NAME),
                row.get(Columns.PREFIX),
                row.get(Columns.MEMBER),
                row.get(Columns.CREATED_AT),
                row.get(Columns.EXPIRES_AT),
                row.get(Columns.USED_AT),
                List.of(row.get(Columns.ADDRESSES)));
    }
}
