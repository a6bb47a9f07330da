package io.zhike.entity;

import io.zhike.definition.DefinitionKey;
import io.zhike.definition.Reference;
import io.zhike.expression.Expression;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields that something of a definition needs, as references; each place once. Fields of the system are always there. */
public final class FieldReferences {
    private final EntityCatalog catalog;
    private final Set<Reference> found = new LinkedHashSet<>();

    public FieldReferences(EntityCatalog catalog) {
        this.catalog = catalog;
    }

    /** What was needed so far, in that order. */
    public List<Reference> all() {
        return List.copyOf(found);
    }

    /** The entity as such. */
    public void entity(String code, String path) {
        found.add(Reference.to(EntityKind.KIND, code, path));
    }

    /** All that {@code tree}, an expression over {@code entity}, reads on its ways through relations. */
    public void expression(String entity, Expression tree, String path) {
        tree.paths().forEach(codes -> walk(entity, codes, path));
    }

    /** Each step of {@code customer.owner.name} is a field of the entity that the step before leads to. */
    private void walk(String from, List<String> codes, String path) {
        String at = from;
        for (String code : codes) {
            Optional<Many> many = catalog.many(at, code);
            Optional<Field> field = catalog.find(at).flatMap(definition -> definition.field(code));
            if (field.isPresent()) {
                field(at, code, path);
            }
            if (many.isPresent()) {
                at = many.get().entity();
                if (many.get().way() instanceof Many.Way.PointHere(String by)) {
                    field(at, by, path);
                } else if (many.get().way() instanceof Many.Way.LinkHere(String by)) {
                    field(at, by, path);
                }
            } else {
                Optional<String> target = field.flatMap(each -> each.type().target());
                if (target.isEmpty()) {
                    return;
                }
                at = target.get();
            }
        }
    }

    /** One field, there or not. */
    public void field(String of, String code, String path) {
        boolean system = catalog.find(of)
                .flatMap(definition -> definition.field(code))
                .map(Field::system)
                .orElse(false);
        if (!system) {
            found.add(new Reference(new DefinitionKey(EntityKind.KIND, of), code, path));
        }
    }
}
