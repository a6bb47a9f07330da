package io.zhike.access;

import io.zhike.access.FieldRight.Change;
import io.zhike.access.FieldRight.See;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.FieldPlace;
import io.zhike.entity.Storage;
import io.zhike.entity.SystemFields;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How much of which fields is there: as much as the roles say, and of computed ones only those whose every source can be read,
 * through relations and through other computed fields. What is computed from a field that is only masked would tell its
 * value, so it is not there at all. Not for several threads.
 */
final class FieldReach {
    /** Without these a record cannot be addressed; nothing hides them. */
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

    /** What can be done with the fields of {@code entity}. */
    FieldGrant on(EntityDefinition entity) {
        return new FieldGrant(
                codes(entity, field -> see(entity, field) == See.READ),
                codes(entity, field -> isMasked(see(entity, field))),
                codes(entity, field -> see(entity, field) == See.REVEAL),
                codes(entity, field -> change(entity, field).covers(Change.FILL)),
                codes(entity, field -> change(entity, field).covers(Change.WRITE)));
    }

    private static Set<String> codes(EntityDefinition entity, Predicate<Field> wanted) {
        Set<String> codes = new LinkedHashSet<>();
        entity.fields().where(wanted).forEach(field -> codes.add(field.code()));
        return codes;
    }

    private static boolean isMasked(See see) {
        return see == See.MASKED || see == See.REVEAL;
    }

    private Change change(EntityDefinition entity, Field field) {
        return field.writable() && see(entity, field) != See.NONE
                ? rights.said(entity.code(), field.code()).change()
                : Change.NONE;
    }

    private See see(EntityDefinition entity, Field field) {
        FieldPlace place = new FieldPlace(entity.code(), field.code());
        See said = said(place);
        if (said == See.NONE || !sourcesRead(place)) {
            return See.NONE;
        }
        return isMasked(said) ? masked(field, said) : said;
    }

    /** Records of a child table have masks of their own, and what a file holds is not told by naming it once. */
    private static See masked(Field field, See said) {
        if (field.type().storage() instanceof Storage.Children) {
            return See.NONE;
        }
        return field.type().files().isPresent() ? See.MASKED : said;
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
        boolean readable = said(place) == See.READ && sourcesReadable(place);
        open.remove(place);
        if (open.isEmpty() || !readable) {
            known.put(place, readable);
        }
        return readable;
    }

    /** Whether all that the field is computed from can be read, whatever is said of the field itself. */
    private boolean sourcesRead(FieldPlace place) {
        if (said(place) == See.READ) {
            return readable(place);
        }
        return sourcesReadable(place);
    }

    private See said(FieldPlace place) {
        if (!rights.sees(place.entity())) {
            return See.NONE;
        }
        return ALWAYS.contains(place.field())
                ? See.READ
                : rights.said(place.entity(), place.field()).see();
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
