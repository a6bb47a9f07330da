package io.zhike.access;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Definitions;
import io.zhike.entity.EntityDefinition;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Member;
import io.zhike.workspace.Members;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** By which roles and rules a member sees a record and its fields, or does not. For administrators. */
@RestController
class WhyApi {
    private final Access access;
    private final Database database;
    private final Definitions definitions;
    private final Members members;

    WhyApi(Access access, Database database, Definitions definitions, Members members) {
        this.access = access;
        this.database = database;
        this.definitions = definitions;
        this.members = members;
    }

    /** Of records that the member does not see too. Three statements. */
    @GetMapping("/api/v1/members/{member}/why/{entity}/{record}")
    Why why(Caller caller, @PathVariable UUID member, @PathVariable String entity, @PathVariable UUID record) {
        members.requireAdmin(caller);
        Member whom =
                members.find(caller.workspace(), member).orElseThrow(() -> AccessError.UNKNOWN_MEMBER.problem(member));
        Grants grants = access.of(caller, member);
        EntityDefinition found = grants.catalog()
                .find(entity)
                .orElseThrow(() -> AccessError.NO_RECORD_TO_EXPLAIN.problem(entity, record));
        Explaining explaining = new Explaining(grants, found);
        Map<RowRight, Why.Rows> rows = database.read(ctx -> explaining.rows(ctx, record))
                .orElseThrow(() -> AccessError.NO_RECORD_TO_EXPLAIN.problem(found.label(), record));
        return new Why(
                new Why.Who(whom.id(), whom.name(), whom.active()),
                grants.admin(),
                roles(definitions.published(caller.workspace()), grants, entity),
                of(rows, RowRight.READ),
                of(rows, RowRight.UPDATE),
                of(rows, RowRight.DELETE),
                explaining.abilities(),
                explaining.fields());
    }

    private static Why.Rows of(Map<RowRight, Why.Rows> rows, RowRight right) {
        return Objects.requireNonNull(rows.get(right));
    }

    private static List<Why.OfRole> roles(DefinitionSet published, Grants grants, String entity) {
        return grants.givers().stream()
                .map(role -> new Why.OfRole(
                        role.code(),
                        role.label(),
                        published
                                .find(new DefinitionKey(RoleKind.KIND, role.code()))
                                .map(Definition::app)
                                .orElse(null),
                        role.entities().containsKey(entity)))
                .toList();
    }
}
