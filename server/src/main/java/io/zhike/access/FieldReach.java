package io.zhike.access;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.FieldPlace;
import io.zhike.entity.SystemFields;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which fields can be read: those that the roles say, and of computed ones only those whose every source can be read,
 * through relations and through other computed fields. Not for several threads.
 */
final class FieldReach {
    /** Without these a record cannot be addressed; no mask hides them. */
    private static final Set<String> ALWAYS = Set.of(SystemFields.NUMBER);

    private final CombinedRights rights;
    private final Sources sources;
    private final Map<FieldPlace, Boolean> known = new HashMap<>();
    private final Set<FieldPlace> open = new HashSet<>();

    FieldReach(CombinedRights rights, Sources sources) {
        this.rights = rights;
        this.sources = sources;
    }

    /** What computed fields are computed from. */
    interface Sources {
        Optional<EntityDefinition> entity(String code);

        /** All fields that a computed field reads, the entity each belongs to with it; empty for any other field. */
        Set<FieldPlace> of(EntityDefinition entity, Field field);
    }

    /** The codes of the fields of {@code entity} that can be read. */
    Set<String> readable(EntityDefinition entity) {
        return codes(entity, field -> readable(new FieldPlace(entity.code(), field.code())));
    }

    /** Those of them that can be set. */
    Set<String> writable(EntityDefinition entity) {
        return codes(
                entity,
                field -> field.writable()
                        && rights.said(entity.code(), field.code()).covers(FieldRight.WRITE)
                        && readable(new FieldPlace(entity.code(), field.code())));
    }

    private Set<String> codes(EntityDefinition entity, java.util.function.Predicate<Field> wanted) {
        Set<String> codes = new LinkedHashSet<>();
        entity.fields().where(wanted).forEach(field -> codes.add(field.code()));
        return codes;
    }

    private boolean readable(FieldPlace place) {
        Boolean before = known.get(place);
        if (before != null) {
            return before;
        }
        if (!open.add(place)) {
            // A circle adds no source of its own: what else it reads decides.
            return true;
        }
        boolean readable = said(place) && sourcesReadable(place);
        open.remove(place);
        if (open.isEmpty() || !readable) {
            known.put(place, readable);
        }
        return readable;
    }

    private boolean said(FieldPlace place) {
        return rights.sees(place.entity())
                && (ALWAYS.contains(place.field())
                        || rights.said(place.entity(), place.field()).covers(FieldRight.READ));
    }

    private boolean sourcesReadable(FieldPlace place) {
        if (rights.admin()) {
            return true;
        }
        Optional<EntityDefinition> entity = sources.entity(place.entity());
        Optional<Field> field = entity.flatMap(found -> found.field(place.field()));
        if (entity.isEmpty() || field.isEmpty()) {
            return false;
        }
        List<FieldPlace> read = List.copyOf(sources.of(entity.get(), field.get()));
        return read.stream().allMatch(this::readable);
    }
}
