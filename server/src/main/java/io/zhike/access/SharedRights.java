package io.zhike.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.FieldPlace;
import io.zhike.expression.Expression;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
                .map(found -> on(found).bind(standing))
                .orElse(EntityGrant.NOTHING);
    }

    /**
     * The single rules that a right on the records of {@code entity} is put together from for a member: what one that does not
     * deny holds for, and none that denies, is reached. None for whoever may do everything, and none of what is shared where no
     * role gives anything, since it widens nothing then.
     */
    List<Reason> reasons(EntityDefinition entity, RowRight right, Standing standing) {
        OnEntity on = on(entity);
        RowScope shared = on.shared(standing, right.level());
        List<Reason> reasons = new ArrayList<>();
        for (Role role : rights.roles()) {
            EntityRights said = role.entities().get(entity.code());
            if (said != null) {
                right.given(said)
                        .each()
                        .forEach(rule -> reasons.add(reason(entity, role, rule, false, standing, shared)));
                right.denied(said)
                        .each()
                        .forEach(rule -> reasons.add(reason(entity, role, rule, true, standing, shared)));
            }
        }
        if (right.widened() && reasons.stream().anyMatch(reason -> !reason.denies())) {
            reasons.addAll(on.sharing(standing, right.level()));
        }
        return reasons;
    }

    private Reason reason(
            EntityDefinition entity, Role role, ScopeRule rule, boolean denies, Standing standing, RowScope shared) {
        RowScope scope = rule(entity.code(), rule).of(standing, shared);
        return new Reason(new Reason.Source.InRole(role, rule), denies, scope);
    }

    /** The roles whose rights these are; none for whoever may do everything. */
    List<Role> roles() {
        return rights.roles();
    }

    /** What keeps a field hidden of which roles say that it is seen: those it is computed from that cannot be read. */
    Set<FieldPlace> hiding(EntityDefinition entity, Field field) {
        return new FieldReach(rights, new ComputedSources(catalog)).hiding(entity, field);
    }

    private OnEntity on(EntityDefinition entity) {
        return entities.computeIfAbsent(entity.code(), _ -> make(entity));
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
                rows(code, RowRight.READ),
                rows(code, RowRight.UPDATE),
                rows(code, RowRight.DELETE),
                sharings.stream()
                        .filter(sharing -> sharing.entity().equals(code))
                        .map(sharing -> new Shares(sharing, matching(code, sharing.where())))
                        .toList(),
                rights.codes(),
                rights.buttons(code),
                fields.on(entity));
    }

    private Rows rows(String entity, RowRight right) {
        return new Rows(right, rules(entity, rights.rules(entity, right)), rules(entity, rights.denied(entity, right)));
    }

    private List<Rule> rules(String entity, Set<ScopeRule> said) {
        return said.stream().map(each -> rule(entity, each)).toList();
    }

    private Rule rule(String entity, ScopeRule said) {
        return switch (said) {
            case ScopeRule.Reaching(ScopeRule.Reach reach) ->
                reach == ScopeRule.Reach.SHARED ? (_, shared) -> shared : (standing, _) -> standing.scope(reach);
            case ScopeRule.Where(String text) -> {
                RowScope scope = matching(entity, text);
                yield (_, _) -> scope;
            }
            case ScopeRule.AnyOf _ -> throw new IllegalStateException("unreachable: said one by one");
        };
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

    private record Rows(RowRight right, List<Rule> given, List<Rule> denied) {

        /** Whoever reaches anything reaches what is shared with them as well, but for deleting; what is denied is denied. */
        RowScope scope(Standing standing, RowScope shared) {
            if (given.isEmpty()) {
                return RowScope.NONE;
            }
            List<RowScope> reached = new ArrayList<>(all(given, standing, shared));
            if (right.widened()) {
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
            return new EntityGrant(
                    abilities.contains(Ability.CREATE),
                    scope(read, standing),
                    scope(update, standing),
                    scope(delete, standing),
                    abilities.contains(Ability.IMPORT),
                    abilities.contains(Ability.EXPORT),
                    abilities.contains(Ability.PRINT),
                    abilities.contains(Ability.SHARE),
                    buttons,
                    fields);
        }

        private RowScope scope(Rows rows, Standing standing) {
            return rows.scope(standing, shared(standing, rows.right().level()));
        }

        /** What is shared with the member, record by record and by rules, at {@code level} at least. */
        RowScope shared(Standing standing, ShareLevel level) {
            return RowScope.anyOf(
                    sharing(standing, level).stream().map(Reason::scope).toList());
        }

        /** By what it is shared. */
        List<Reason> sharing(Standing standing, ShareLevel level) {
            List<Reason> shared = new ArrayList<>();
            shared.add(new Reason(new Reason.Source.ByName(), false, new RowScope.Shared(standing.audience(), level)));
            sharings.stream()
                    .filter(each -> each.sharing().level().covers(level))
                    .filter(each -> each.sharing().isWith(roles, standing.audience()))
                    .forEach(each ->
                            shared.add(new Reason(new Reason.Source.ByRule(each.sharing()), false, each.records())));
            return shared;
        }
    }
}
