package io.zhike.access;

import io.zhike.entity.Computation;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.FieldPlace;
import io.zhike.entity.Rollup;
import io.zhike.entity.Storage;
import java.util.LinkedHashSet;
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
    public Set<FieldPlace> of(EntityDefinition entity, Field field) {
        Set<FieldPlace> places = new LinkedHashSet<>();
        if (field.type().storage() instanceof Storage.Children(String child, String parent)) {
            places.add(new FieldPlace(child, parent));
        }
        field.type().computation().ifPresent(computation -> {
            switch (computation) {
                case Computation.Formula _ ->
                    catalog.formula(entity.code(), field.code())
                            .ifPresent(formula -> places.addAll(catalog.reads(entity.code(), formula)));
                case Computation.Rollup _ -> rollup(entity, field).forEach(places::add);
                case Computation.Numbered _ -> {}
            }
        });
        return places;
    }

    private Set<FieldPlace> rollup(EntityDefinition entity, Field field) {
        Set<FieldPlace> places = new LinkedHashSet<>();
        for (Rollup rollup : catalog.rollupsOf(entity.code())) {
            if (rollup.field().equals(field.code())) {
                places.add(new FieldPlace(rollup.child(), rollup.parent()));
                rollup.of().ifPresent(of -> places.addAll(catalog.reads(rollup.child(), of)));
                rollup.where().ifPresent(where -> places.addAll(catalog.reads(rollup.child(), where)));
            }
        }
        return places;
    }
}
