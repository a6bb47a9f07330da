package io.zhike.access;

import io.zhike.access.FieldReach.Place;
import io.zhike.entity.Computation;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Storage;
import io.zhike.expression.Expression;
import io.zhike.expression.Symbol;
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
        field.type().computation().ifPresent(computation -> places.addAll(of(entity, field, computation)));
        return places;
    }

    /** All fields that {@code expression} reads over {@code entity}; those of members and departments left out. */
    Set<Place> of(String entity, Expression expression) {
        Set<Place> places = new LinkedHashSet<>();
        expression.paths().forEach(path -> walk(entity, path, places));
        return places;
    }

    private Set<Place> of(EntityDefinition entity, Field field, Computation computation) {
        return switch (computation) {
            case Computation.Formula _ -> of(entity.code(), catalog.formula(entity, field));
            case Computation.Rollup rollup -> rollup(entity, rollup);
            case Computation.Numbered _ -> Set.of();
        };
    }

    private Set<Place> rollup(EntityDefinition entity, Computation.Rollup rollup) {
        return Set.of();
    }

    private void walk(String entity, List<String> path, Set<Place> places) {
        String at = entity;
        for (String code : path) {
            if (at.startsWith("$")) {
                return;
            }
            Optional<Symbol> symbol = catalog.vocabulary().find(at, code);
            places.add(new Place(at, code));
            at = symbol.map(ComputedSources::leadsTo).orElse("$nowhere");
        }
    }

    private static String leadsTo(Symbol symbol) {
        return switch (symbol.type()) {
            case Type.RecordOf(String entity) -> entity;
            case Type.ListOf(Type.RecordOf(String entity)) -> entity;
            default -> "$nowhere";
        };
    }
}
