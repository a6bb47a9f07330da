package io.zhike.access;

import io.zhike.access.FieldReach.Place;
import io.zhike.entity.Computation;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Many;
import io.zhike.entity.Rollup;
import io.zhike.entity.Storage;
import io.zhike.expression.Expression;
import io.zhike.expression.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields that expressions, formulas and roll-ups read, each as a place in an entity. */
final class ComputedSources implements FieldReach.Sources {
    private final EntityCatalog catalog;

    ComputedSources(EntityCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Optional<EntityDefinition> entity(String code) {
        return catalog.find(code);
    }

    @Override
    public Set<Place> of(EntityDefinition entity, Field field) {
        Set<Place> places = new LinkedHashSet<>();
        if (field.type().storage() instanceof Storage.Children(String child, String parent)) {
            places.add(new Place(child, parent));
        }
        field.type().computation().ifPresent(computation -> {
            switch (computation) {
                case Computation.Formula _ ->
                    catalog.formula(entity.code(), field.code())
                            .ifPresent(formula -> places.addAll(of(entity.code(), formula)));
                case Computation.Rollup _ -> rollup(entity, field).forEach(places::add);
                case Computation.Numbered _ -> {}
            }
        });
        return places;
    }

    /** All fields that {@code expression} reads over {@code entity}; what is known of members is nobody's field. */
    Set<Place> of(String entity, Expression expression) {
        Set<Place> places = new LinkedHashSet<>();
        expression.paths().forEach(path -> walk(entity, path, places));
        return places;
    }

    private Set<Place> rollup(EntityDefinition entity, Field field) {
        Set<Place> places = new LinkedHashSet<>();
        for (Rollup rollup : catalog.rollupsOf(entity.code())) {
            if (rollup.field().equals(field.code())) {
                places.add(new Place(rollup.child(), rollup.parent()));
                rollup.of().ifPresent(of -> places.addAll(of(rollup.child(), of)));
                rollup.where().ifPresent(where -> places.addAll(of(rollup.child(), where)));
            }
        }
        return places;
    }

    private void walk(String entity, List<String> path, Set<Place> places) {
        Optional<EntityDefinition> at = catalog.find(entity);
        for (String code : path) {
            if (at.isEmpty()) {
                return;
            }
            String here = at.get().code();
            Optional<Many> many = catalog.many(here, code);
            Optional<Field> field = at.get().field(code);
            places.add(many.map(each -> place(here, each)).orElse(new Place(here, code)));
            at = many.map(Many::entity)
                    .or(() -> field.flatMap(ComputedSources::leadsTo))
                    .flatMap(catalog::find);
        }
    }

    /** The field that makes many records belong to one, on whichever side it is. */
    static Place place(String entity, Many many) {
        return switch (many.way()) {
            case Many.Way.PointHere(String field) -> new Place(many.entity(), field);
            case Many.Way.LinkHere(String field) -> new Place(many.entity(), field);
            case Many.Way.LinkedFromHere(String field) -> new Place(entity, field);
        };
    }

    private static Optional<String> leadsTo(Field field) {
        return field.type().valueType() instanceof Type.RecordOf(String entity)
                ? Optional.of(entity)
                : Optional.empty();
    }
}
