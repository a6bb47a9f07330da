package io.zhike.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one set of roles comes to at one revision, before it is known for which member. Shared by threads. */
final class SharedRights {
    private static final Logger LOG = LoggerFactory.getLogger(SharedRights.class);

    private final EntityCatalog catalog;
    private final CombinedRights rights;
    private final Map<String, OnEntity> entities = new ConcurrentHashMap<>();
    /** By the very standing, which lives as long as it is remembered. */
    private final Cache<Standing, Map<String, EntityGrant>> bound =
            Caffeine.newBuilder().weakKeys().build();

    SharedRights(EntityCatalog catalog, CombinedRights rights) {
        this.catalog = catalog;
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
        return new OnEntity(
                rights.may(code, EntityRights::create),
                rules(code, EntityRights::read),
                rules(code, EntityRights::update),
                rules(code, EntityRights::delete),
                rights.may(code, EntityRights::mayImport),
                rights.may(code, EntityRights::mayExport),
                rights.may(code, EntityRights::mayPrint),
                rights.buttons(code),
                fields.on(entity));
    }

    private List<Rule> rules(String entity, Function<EntityRights, ScopeRule> which) {
        List<Rule> rules = new ArrayList<>();
        for (ScopeRule rule : rights.rules(entity, which)) {
            switch (rule) {
                case ScopeRule.Reaching(ScopeRule.Reach reach) -> rules.add(standing -> standing.scope(reach));
                case ScopeRule.Where(String text) -> {
                    RowScope scope = matching(entity, text);
                    rules.add(_ -> scope);
                }
            }
        }
        return rules;
    }

    /** A publish checks these conditions; one that is broken all the same must not open anything. */
    private RowScope matching(String entity, String text) {
        var checked = RoleConditions.check(catalog, entity, text);
        if (checked.expression().isEmpty()) {
            LOG.error(
                    "A role's condition on '{}' cannot be read and lets nothing through: {}",
                    entity,
                    checked.problems());
            return RowScope.NONE;
        }
        Expression condition = checked.expression().get();
        return new RowScope.Matching(condition);
    }

    /** A rule that needs to know the member. */
    private interface Rule {
        RowScope of(Standing standing);
    }

    private record OnEntity(
            boolean create,
            List<Rule> read,
            List<Rule> update,
            List<Rule> delete,
            boolean mayImport,
            boolean mayExport,
            boolean mayPrint,
            Pressable buttons,
            FieldGrant fields) {

        EntityGrant bind(Standing standing) {
            return new EntityGrant(
                    create,
                    scope(read, standing),
                    scope(update, standing),
                    scope(delete, standing),
                    mayImport,
                    mayExport,
                    mayPrint,
                    buttons,
                    fields);
        }

        private static RowScope scope(List<Rule> rules, Standing standing) {
            return RowScope.anyOf(rules.stream().map(rule -> rule.of(standing)).toList());
        }
    }
}
