package io.zhike.page;

import io.zhike.access.Grants;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.expression.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Paths of fields through relations, such as {@code customer.owner.name}. */
final class FieldPaths {
    private FieldPaths() {}

    /** Whether every name on the way is a field. */
    static boolean exists(EntityCatalog catalog, String entity, String path) {
        return leads(catalog, entity, List.of(path.split("\\.", -1)), (_, _) -> true);
    }

    /** Whether the caller may read every field on the way. */
    static boolean readable(Grants grants, String entity, List<String> codes) {
        return leads(
                grants.catalog(),
                entity,
                codes,
                (of, field) -> grants.on(of.code()).readable().contains(field.code()));
    }

    private static boolean leads(
            EntityCatalog catalog, String entity, List<String> codes, BiPredicate<EntityDefinition, Field> passes) {
        String at = entity;
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            Optional<EntityDefinition> of = catalog.find(at);
            Optional<Field> field = of.flatMap(found -> found.field(code));
            if (of.isEmpty() || field.isEmpty() || !passes.test(of.get(), field.get())) {
                return false;
            }
            Type type = field.get().type().valueType();
            if (type instanceof Type.RecordOf(String target)) {
                at = target;
            } else if (i < codes.size() - 1) {
                return type instanceof Type.Member || type instanceof Type.Department;
            }
        }
        return true;
    }
}
