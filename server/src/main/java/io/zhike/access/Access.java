package io.zhike.access;

import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Definitions;
import io.zhike.expression.Environment;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Departments;
import io.zhike.workspace.Members;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What callers may do. The roles are cached with the revision they were published in; what a member's roles and
 * departments are is read for each call (one statement), so that every change holds from the next request on.
 */
@Component
public class Access {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Database database;
    private final Definitions definitions;
    private final Members members;
    private final Departments departments;
    private final Clock clock;

    Access(Database database, Definitions definitions, Members members, Departments departments, Clock clock) {
        this.database = database;
        this.definitions = definitions;
        this.members = members;
        this.departments = departments;
        this.clock = clock;
    }

    /** What {@code caller} may do just now: everything for the system and for administrators, nothing without a role. */
    public Grants of(Caller caller) {
        DefinitionSet published = definitions.published(caller.workspace());
        RoleBook book = RoleBook.of(published);
        UUID member = caller.member();
        Standing standing = member == null ? Standing.outside(NOBODY) : standing(caller, member);
        boolean all = caller.isSystem() || standing.admin();
        return new Grants(
                all ? book.everything() : book.of(standing.roles()),
                standing,
                caller.workspace().schema(),
                environment(caller, member));
    }

    private Standing standing(Caller caller, UUID member) {
        return database.read(ctx -> new MemberRoles(ctx, caller.workspace().schema()).standing(member))
                .orElseGet(() -> Standing.outside(member));
    }

    private Environment environment(Caller caller, @Nullable UUID member) {
        return new Environment(
                clock.instant(), caller.workspace().zone(), caller.language(), member, Environment.Directory.EMPTY);
    }
}
