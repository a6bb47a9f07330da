package io.zhike.record.share;

import io.zhike.access.SharePrincipal;
import io.zhike.store.WorkspaceSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What those are called with whom things are shared. */
final class PrincipalNames {
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.CLOB);
    private static final Condition ACTIVE = DSL.condition(DSL.field(DSL.name("active"), SQLDataType.BOOLEAN));

    private final DSLContext ctx;
    private final WorkspaceSchema schema;

    PrincipalNames(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.schema = schema;
    }

    /** The names of those of {@code ids} that are there, whatever kind they are of; deactivated members too. */
    Map<UUID, String> of(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        for (SharePrincipal.Kind kind : SharePrincipal.Kind.values()) {
            ctx.select(ID, NAME)
                    .from(schema.table(table(kind)))
                    .where(ID.in(ids))
                    .forEach(row -> names.put(row.value1(), row.value2()));
        }
        return names;
    }

    /** The name of one that things can be shared with; empty for one that is not there or deactivated. */
    Optional<String> find(SharePrincipal principal) {
        boolean person = principal.kind() == SharePrincipal.Kind.MEMBER;
        return ctx.select(NAME)
                .from(schema.table(table(principal.kind())))
                .where(ID.eq(principal.id()))
                .and(person ? ACTIVE : DSL.noCondition())
                .fetchOptional(row -> row.value1());
    }

    private static String table(SharePrincipal.Kind kind) {
        return switch (kind) {
            case MEMBER -> "member";
            case GROUP -> "member_group";
            case DEPARTMENT -> "department";
        };
    }
}
