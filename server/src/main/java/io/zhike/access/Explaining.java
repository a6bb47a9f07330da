package io.zhike.access;

import io.zhike.access.FieldRight.Change;
import io.zhike.access.FieldRight.See;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.SystemFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What one member may do with the records of one entity, taken apart into what the gates put together. */
final class Explaining {
    private final Grants grants;
    private final EntityDefinition entity;
    private final EntityGrant grant;

    Explaining(Grants grants, EntityDefinition entity) {
        this.grants = grants;
        this.entity = entity;
        this.grant = grants.on(entity.code());
    }

    /** What holds for one record; empty where there is none, or it lies in the recycle bin. One statement. */
    Optional<Map<RowRight, Why.Rows>> rows(DSLContext ctx, UUID id) {
        Map<RowRight, List<Reason>> reasons = new EnumMap<>(RowRight.class);
        List<org.jooq.Field<Boolean>> asked = new ArrayList<>();
        for (RowRight right : RowRight.values()) {
            List<Reason> of = grants.reasons(entity, right);
            reasons.put(right, of);
            asked.add(holds(scope(right)));
            of.forEach(reason -> asked.add(holds(reason.scope())));
        }
        Table<Record> table = grants.schema().table(entity.code());
        return ctx.select(asked)
                .from(table)
                .where(DSL.field(table.getQualifiedName().append(SystemFields.ID), SQLDataType.UUID)
                        .eq(id))
                .and(DSL.field(table.getQualifiedName().append(SystemFields.DELETED_AT), SQLDataType.INSTANT)
                        .isNull())
                .fetchOptional(row -> told(reasons, row));
    }

    /** A rule of which it cannot be told whether it holds, does not. */
    private org.jooq.Field<Boolean> holds(RowScope scope) {
        return DSL.coalesce(DSL.field(ScopeConditions.of(grants, entity, scope)), DSL.inline(false));
    }

    private static Map<RowRight, Why.Rows> told(Map<RowRight, List<Reason>> reasons, Record row) {
        Map<RowRight, Why.Rows> rows = new EnumMap<>(RowRight.class);
        boolean reads = true;
        int at = 0;
        for (RowRight right : RowRight.values()) {
            boolean allowed = is(row, at++) && reads;
            reads = right == RowRight.READ ? allowed : reads;
            List<Why.Word> words = new ArrayList<>();
            for (Reason reason : Objects.requireNonNull(reasons.get(right))) {
                words.add(new Why.Word(reason, is(row, at++)));
            }
            rows.put(right, new Why.Rows(allowed, words));
        }
        return rows;
    }

    private static boolean is(Record row, int at) {
        return Boolean.TRUE.equals(row.get(at, Boolean.class));
    }

    private RowScope scope(RowRight right) {
        return switch (right) {
            case READ -> grant.read();
            case UPDATE -> grant.update();
            case DELETE -> grant.delete();
        };
    }

    List<Why.OfAbility> abilities() {
        return Arrays.stream(Ability.values())
                .map(ability -> new Why.OfAbility(
                        ability.code(),
                        allowed(ability),
                        roles(rights -> rights.may(ability)),
                        roles(rights -> rights.denied().abilities().contains(ability))))
                .toList();
    }

    private boolean allowed(Ability ability) {
        return switch (ability) {
            case CREATE -> grant.create();
            case IMPORT -> grant.mayImport();
            case EXPORT -> grant.mayExport();
            case PRINT -> grant.mayPrint();
            case SHARE -> grant.mayShare();
        };
    }

    /** The codes of the roles of whose rights {@code wanted} holds. */
    private Set<String> roles(Predicate<EntityRights> wanted) {
        Set<String> codes = new LinkedHashSet<>();
        for (Role role : grants.givers()) {
            EntityRights rights = role.entities().get(entity.code());
            if (rights != null && wanted.test(rights)) {
                codes.add(role.code());
            }
        }
        return codes;
    }

    List<Why.OfField> fields() {
        return entity.fields().stream().map(this::field).toList();
    }

    private Why.OfField field(Field field) {
        String code = field.code();
        List<Why.FieldWord> words = new ArrayList<>();
        for (Role role : grants.givers()) {
            EntityRights rights = role.entities().get(entity.code());
            if (rights != null) {
                words.add(new Why.FieldWord(role, false, rights.on(code)));
                FieldRight cap = rights.denied().caps().get(code);
                if (cap != null) {
                    words.add(new Why.FieldWord(role, true, cap));
                }
            }
        }
        List<Why.Place> hiddenBy = grants.hiding(entity, field).stream()
                .map(place -> new Why.Place(place.entity(), place.field()))
                .toList();
        return new Why.OfField(code, see(code).code(), change(code).code(), words, hiddenBy);
    }

    private See see(String field) {
        FieldGrant fields = grant.fields();
        if (fields.readable().contains(field)) {
            return See.READ;
        }
        if (fields.revealable().contains(field)) {
            return See.REVEAL;
        }
        return fields.masked().contains(field) ? See.MASKED : See.NONE;
    }

    private Change change(String field) {
        FieldGrant fields = grant.fields();
        if (fields.clearable().contains(field)) {
            return Change.WRITE;
        }
        return fields.writable().contains(field) ? Change.FILL : Change.NONE;
    }
}
