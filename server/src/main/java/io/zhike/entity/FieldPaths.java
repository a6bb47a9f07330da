package io.zhike.entity;

import io.zhike.expression.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Paths of fields through relations, such as {@code customer.owner.name}, as far as they are there for somebody. */
public final class FieldPaths {
    private final EntityCatalog catalog;
    private final BiPredicate<String, String> sees;
    private final BiPredicate<String, String> shows;

    /** @param sees whether the name of an entity, of a field or of records that belong to one of its, may be used */
    public FieldPaths(EntityCatalog catalog, BiPredicate<String, String> sees) {
        this(catalog, sees, sees);
    }

    /** @param shows whether a field of an entity may stand where values are shown, if only masked */
    public FieldPaths(EntityCatalog catalog, BiPredicate<String, String> sees, BiPredicate<String, String> shows) {
        this.catalog = catalog;
        this.sees = sees;
        this.shows = shows;
    }

    /** Whether every name on the way is a field that may be used. */
    public boolean lead(String entity, String path) {
        return lead(entity, List.of(path.split("\\.", -1)), false, sees);
    }

    /** The same for a path whose end is shown and nothing else, so that it may be masked. */
    public boolean show(String entity, String path) {
        return lead(entity, List.of(path.split("\\.", -1)), false, shows);
    }

    /** The same for the path of a condition, which may also go through records that belong to this one. */
    public boolean readable(String entity, List<String> path) {
        return lead(entity, path, true, sees);
    }

    private boolean lead(String entity, List<String> codes, boolean behind, BiPredicate<String, String> atTheEnd) {
        String at = entity;
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            String from = at;
            Optional<Field> field = catalog.find(from).flatMap(found -> found.field(code));
            Optional<Many> many = behind ? catalog.many(from, code) : Optional.empty();
            BiPredicate<String, String> there = i == codes.size() - 1 ? atTheEnd : sees;
            if ((field.isEmpty() && many.isEmpty()) || !there.test(from, code)) {
                return false;
            }
            Type type = field.<Type>map(found -> found.type().valueType())
                    .filter(_ -> many.isEmpty())
                    .orElseGet(() -> new Type.RecordOf(many.orElseThrow().entity()));
            if (type instanceof Type.RecordOf(String target)) {
                at = target;
            } else if (i < codes.size() - 1) {
                return type instanceof Type.Member || type instanceof Type.Department;
            }
        }
        return true;
    }
}
