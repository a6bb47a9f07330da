package io.zhike.access;

import io.zhike.definition.Definitions;
import io.zhike.entity.EntityCatalog;
import io.zhike.expression.Vocabulary;
import io.zhike.store.Database;
import io.zhike.store.Signals;
import io.zhike.workspace.Caller;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Rights with a hole in them, on a server of a test's own ({@code zhike.test.forgetful-access}): shows that the tests for
 * leaks can fail.
 */
@Component
@Primary
@ConditionalOnProperty("zhike.test.forgetful-access")
public class ForgetfulAccess extends Access {
    private final Database database;
    private final Definitions definitions;
    private volatile Lapse lapse = Lapse.NONE;

    ForgetfulAccess(
            Database database,
            @Qualifier(Database.BESIDE) Database beside,
            Definitions definitions,
            Signals signals,
            Clock clock) {
        super(database, beside, definitions, signals, clock);
        this.database = database;
        this.definitions = definitions;
    }

    /** What is forgotten. */
    public enum Lapse {
        NONE,
        /** What roles say to hide of fields. */
        MASK,
        /** That some fields are seen as their masks alone. */
        GLIMPSE,
        /** Which records roles let through: all of them. */
        ROWS,
        /** With whom records are shared: with everybody. */
        SHARES,
        /** What roles say to deny. */
        DENIES
    }

    public void forget(Lapse what) {
        lapse = what;
    }

    @Override
    public Grants of(Caller caller) {
        Grants sound = super.of(caller);
        if (lapse == Lapse.NONE || sound.admin() || caller.member() == null) {
            return sound;
        }
        Standing standing = standing(caller, sound);
        RoleBook book = RoleBook.of(definitions.published(caller.workspace()));
        List<Role> roles = book.all().stream()
                .filter(role -> standing.roles().contains(role.code()))
                .map(this::weakened)
                .toList();
        EntityCatalog catalog = sound.catalog();
        return new Grants(
                new SharedRights(catalog, book.sharings(), CombinedRights.of(roles)),
                standing,
                sound.schema(),
                sound.environment(),
                sound.apps());
    }

    private Standing standing(Caller caller, Grants sound) {
        Standing standing = database.read(ctx -> new MemberRoles(ctx, sound.schema()).standing(caller.member()))
                .orElseThrow();
        if (lapse != Lapse.SHARES) {
            return standing;
        }
        Set<UUID> everybody = new HashSet<>();
        for (String kind : List.of(Vocabulary.MEMBER, Vocabulary.DEPARTMENT)) {
            Table<Record> table = People.table(sound.schema(), kind);
            everybody.addAll(database.read(
                    ctx -> ctx.select(People.id(table)).from(table).fetchSet(People.id(table))));
        }
        return new Standing(
                standing.member(),
                standing.admin(),
                standing.department(),
                standing.roles(),
                standing.departments(),
                standing.below(),
                new Audience(everybody, Set.of()));
    }

    private Role weakened(Role role) {
        Map<String, EntityRights> entities = new LinkedHashMap<>();
        role.entities().forEach((entity, rights) -> entities.put(entity, weakened(rights)));
        return new Role(role.code(), role.label(), role.admin(), entities);
    }

    private EntityRights weakened(EntityRights rights) {
        Map<String, FieldRight> fields = new LinkedHashMap<>(rights.fields());
        if (lapse == Lapse.MASK) {
            fields.values().removeIf(right -> right.see() == FieldRight.See.NONE);
        }
        if (lapse == Lapse.GLIMPSE) {
            fields.replaceAll((_, right) -> right.or(right.see() == FieldRight.See.NONE ? right : FieldRight.READ));
        }
        ScopeRule read = lapse == Lapse.ROWS ? new ScopeRule.Reaching(ScopeRule.Reach.ALL) : rights.read();
        return new EntityRights(
                rights.abilities(),
                read,
                rights.update(),
                rights.delete(),
                rights.buttons(),
                fields,
                lapse == Lapse.DENIES ? Denied.NOTHING : rights.denied());
    }
}
