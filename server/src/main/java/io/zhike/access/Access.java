package io.zhike.access;

import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Definitions;
import io.zhike.expression.Environment;
import io.zhike.store.Database;
import io.zhike.store.Remembered;
import io.zhike.store.Signals;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import io.zhike.workspace.KnownCallers;
import io.zhike.workspace.Origin;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * What callers may do. The roles are cached with the revision they were published in; where a member stands is remembered
 * for moments, and forgotten when people change.
 */
@Component
public class Access {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int MOST_STANDINGS = 50_000;

    private final Database database;
    private final Definitions definitions;
    private final Database beside;
    private final Clock clock;
    private final Remembered<Place, Standing> standings;

    Access(
            Database database,
            @Qualifier(Database.BESIDE) Database beside,
            Definitions definitions,
            Signals signals,
            Clock clock) {
        this.database = database;
        this.definitions = definitions;
        this.beside = beside;
        this.clock = clock;
        this.standings = new Remembered<>(signals, KnownCallers.TOPIC, clock, MOST_STANDINGS);
    }

    private record Place(WorkspaceSchema schema, UUID member) {}

    /** What {@code caller} may do just now: everything for the system and for administrators, nothing without a role. */
    public Grants of(Caller caller) {
        RoleBook book = RoleBook.of(definitions.published(caller.workspace()));
        Standing standing = standing(caller);
        return grants(caller, standing, rights(caller, book, standing));
    }

    /** Everything over {@code set}, such as drafts, for a caller whose right to see all of it is known. */
    public Grants toAll(Caller caller, DefinitionSet set) {
        return grants(caller, standing(caller), RoleBook.of(set).everything());
    }

    private AppRights apps(Caller caller, Standing standing) {
        return caller.isSystem() || standing.admin()
                ? AppRights.EVERYTHING
                : AppRights.of(definitions.published(caller.workspace()), standing.roles());
    }

    private Grants grants(Caller caller, Standing standing, SharedRights rights) {
        return new Grants(
                rights,
                standing,
                caller.workspace().schema(),
                environment(caller, caller.member()),
                apps(caller, standing));
    }

    private Standing standing(Caller caller) {
        UUID member = caller.member();
        Standing standing = member == null ? Standing.outside(NOBODY) : standing(caller, member);
        return caller.origin() instanceof Origin.Preview preview ? standing.previewing(preview.role()) : standing;
    }

    private static SharedRights rights(Caller caller, RoleBook book, Standing standing) {
        return caller.isSystem() || standing.admin() ? book.everything() : book.of(standing.roles());
    }

    private Standing standing(Caller caller, UUID member) {
        Place place = new Place(caller.workspace().schema(), member);
        return standings
                .get(place, () -> database.read(ctx -> new MemberRoles(ctx, place.schema()).standing(member)))
                .orElseGet(() -> Standing.outside(member));
    }

    private Environment environment(Caller caller, @Nullable UUID member) {
        return new Environment(
                clock.instant(),
                caller.workspace().zone(),
                caller.language(),
                member,
                new StaffDirectory(beside, caller.workspace().schema()));
    }
}
