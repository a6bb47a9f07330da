package io.zhike.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.expression.Expression;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one set of roles comes to at one revision, before it is known for which member. Shared by threads. */
final class SharedRights {
    private static final Logger LOG = LoggerFactory.getLogger(SharedRights.class);

    private final EntityCatalog catalog;
    private final List<Sharing> sharings;
    private final CombinedRights rights;
    private final Map<String, OnEntity> entities = new ConcurrentHashMap<>();
    /** By the very standing, which lives as long as it is remembered. */
    private final Cache<Standing, Map<String, EntityGrant>> bound =
            Caffeine.newBuilder().weakKeys().build();

    SharedRights(EntityCatalog catalog, List<Sharing> sharings, CombinedRights rights) {
        this.catalog = catalog;
        this.sharings = List.copyOf(sharings);
        this.rights = rights;
    }

    boolean admin() {
        return rights.admin();
    }

    EntityCatalog catalog() {
        return catalog;
    }

    /** What the roles come to for a member, as far as it was worked out; shared by all who ask for this standing. */
    Map<String, EntityGrant> bound(Standing standing) {
        return bound.get(standing, _ -> new ConcurrentHashMap<>());
    }

    /** What the roles come to on {@code entity} for a member; nothing where there is no such entity. */
    EntityGrant bind(String entity, Standing standing) {
        return catalog.find(entity)
                .filter(found -> rights.sees(entity))
                .map(found -> entities.computeIfAbsent(entity, _ -> make(found)).bind(standing))
                .orElse(EntityGrant.NOTHING);
    }

    private OnEntity make(EntityDefinition entity) {
        FieldReach fields = new FieldReach(rights, new ComputedSources(catalog));
        String code = entity.code();
        Set<Ability> abilities = EnumSet.noneOf(Ability.class);
        for (Ability ability : Ability.values()) {
            if (rights.may(code, ability)) {
                abilities.add(ability);
            }
        }
        return new OnEntity(
                abilities,
                rows(code, ShareLevel.READ, EntityRights::read, Denied::read),
                rows(code, ShareLevel.UPDATE, EntityRights::update, Denied::update),
                rows(code, ShareLevel.UPDATE, EntityRights::delete, Denied::delete),
                sharings.stream()
                        .filter(sharing -> sharing.entity().equals(code))
                        .map(sharing -> new Shares(sharing, matching(code, sharing.where())))
                        .toList(),
                rights.codes(),
                rights.buttons(code),
                fields.on(entity));
    }

    private Rows rows(
            String entity,
            ShareLevel level,
            Function<EntityRights, ScopeRule> given,
            Function<Denied, ScopeRule> denied) {
        return new Rows(
                level, rules(entity, rights.rules(entity, given)), rules(entity, rights.denied(entity, denied)));
    }

    private List<Rule> rules(String entity, Set<ScopeRule> said) {
        List<Rule> rules = new ArrayList<>();
        for (ScopeRule each : said) {
            switch (each) {
                case ScopeRule.Reaching(ScopeRule.Reach reach) ->
                    rules.add(
                            reach == ScopeRule.Reach.SHARED
                                    ? (_, shared) -> shared
                                    : (standing, _) -> standing.scope(reach));
                case ScopeRule.Where(String text) -> {
                    RowScope scope = matching(entity, text);
                    rules.add((_, _) -> scope);
                }
                case ScopeRule.AnyOf _ -> throw new IllegalStateException("unreachable: said one by one");
            }
        }
        return rules;
    }

    /** A publish checks these conditions; one that is broken all the same must not open anything. */
    private RowScope matching(String entity, String text) {
        var checked = RoleConditions.check(catalog, entity, text);
        if (checked.expression().isEmpty()) {
            LOG.error(
                    "A condition of a role or a sharing rule on '{}' cannot be read and lets nothing through: {}",
                    entity,
                    checked.problems());
            return RowScope.NONE;
        }
        Expression condition = checked.expression().get();
        return new RowScope.Matching(condition);
    }

    /** A rule that needs to know the member, and what is shared with them. */
    private interface Rule {
        RowScope of(Standing standing, RowScope shared);
    }

    /** A sharing rule and the records that it shares. */
    private record Shares(Sharing sharing, RowScope records) {}

    /** @param level which shares widen what is given */
    private record Rows(ShareLevel level, List<Rule> given, List<Rule> denied) {

        /** Whoever reaches anything reaches what is shared with them as well, but for deleting; what is denied is denied. */
        RowScope scope(Standing standing, RowScope shared, boolean widened) {
            if (given.isEmpty()) {
                return RowScope.NONE;
            }
            List<RowScope> reached = new ArrayList<>(all(given, standing, shared));
            if (widened) {
                reached.add(shared);
            }
            return RowScope.minus(RowScope.anyOf(reached), RowScope.anyOf(all(denied, standing, shared)));
        }

        private static List<RowScope> all(List<Rule> rules, Standing standing, RowScope shared) {
            return rules.stream().map(rule -> rule.of(standing, shared)).toList();
        }
    }

    private record OnEntity(
            Set<Ability> abilities,
            Rows read,
            Rows update,
            Rows delete,
            List<Shares> sharings,
            Set<String> roles,
            Pressable buttons,
            FieldGrant fields) {

        EntityGrant bind(Standing standing) {
            RowScope toChange = shared(standing, ShareLevel.UPDATE);
            return new EntityGrant(
                    abilities.contains(Ability.CREATE),
                    read.scope(standing, shared(standing, read.level()), true),
                    update.scope(standing, toChange, true),
                    delete.scope(standing, toChange, false),
                    abilities.contains(Ability.IMPORT),
                    abilities.contains(Ability.EXPORT),
                    abilities.contains(Ability.PRINT),
                    abilities.contains(Ability.SHARE),
                    buttons,
                    fields);
        }

        /** What is shared with the member, record by record and by rules, at {@code level} at least. */
        private RowScope shared(Standing standing, ShareLevel level) {
            List<RowScope> shared = new ArrayList<>(List.of(new RowScope.Shared(standing.audience(), level)));
            sharings.stream()
                    .filter(each -> each.sharing().level().covers(level))
                    .filter(each -> each.sharing().isWith(roles, standing.audience()))
                    .forEach(each -> shared.add(each.records()));
            return RowScope.anyOf(shared);
        }
    }
}
