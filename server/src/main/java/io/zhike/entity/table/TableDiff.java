package io.zhike.entity.table;

import io.zhike.entity.Computation;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.EntityDescription;
import io.zhike.entity.Field;
import io.zhike.entity.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What changes from one definition of an entity to the next, field by field. Pure: looks at definitions alone. */
final class TableDiff {

    /** One change of one field. */
    sealed interface Change {
        record Added(Field field) implements Change {}

        record Removed(Field field) implements Change {}

        record Relabelled(Field before, Field after) implements Change {}

        /** Values can be read by the new type. */
        record Retyped(Field before, Field after) implements Change {}

        /** Values mean nothing to the new type: the old ones go to the trash, the new field begins empty. */
        record Replaced(Field before, Field after) implements Change {}

        record Required(Field field) implements Change {}

        record MadeUnique(Field field, IndexShape index) implements Change {}

        record IndexAdded(Field field, IndexShape index) implements Change {}

        record IndexDropped(Field field, IndexShape index) implements Change {}

        record Recomputed(Field field) implements Change {}
    }

    private final EntityDefinition before;
    private final EntityDefinition after;
    private final List<Change> changes = new ArrayList<>();

    private TableDiff(EntityDefinition before, EntityDefinition after) {
        this.before = before;
        this.after = after;
    }

    /** The changes, removals first: what is removed makes room for what is added. */
    static List<Change> of(EntityDefinition before, EntityDefinition after) {
        return new TableDiff(before, after).changes();
    }

    private List<Change> changes() {
        for (Field field : before.fields()) {
            if (after.field(field.code()).isEmpty()) {
                changes.add(new Change.Removed(field));
            }
        }
        for (Field field : after.fields()) {
            Optional<Field> old = before.field(field.code());
            if (old.isEmpty()) {
                changes.add(new Change.Added(field));
            } else if (!field.system()) {
                compare(old.get(), field);
            }
        }
        return changes;
    }

    private void compare(Field old, Field now) {
        if (!old.label().equals(now.label())) {
            changes.add(new Change.Relabelled(old, now));
        }
        FieldShape oldShape = TableShape.of(before, old);
        FieldShape shape = TableShape.of(after, now);
        boolean sameType = EntityDescription.properties(old).equals(EntityDescription.properties(now));
        if (isRollup(old) || isRollup(now)) {
            rollup(old, now, oldShape, shape, sameType);
        } else if (!oldShape.stored() && !shape.stored()) {
            return;
        } else if (!sameType && ValueConversion.possible(old, now)) {
            changes.add(new Change.Retyped(old, now));
        } else if (!oldShape.holdsLike(shape)) {
            changes.add(new Change.Replaced(old, now));
            return;
        }
        if (now.required() && !old.required()) {
            changes.add(new Change.Required(now));
        }
        indexes(now, oldShape, shape);
    }

    private void rollup(Field old, Field now, FieldShape oldShape, FieldShape shape, boolean sameType) {
        if (isRollup(old) != isRollup(now) || !oldShape.columns().equals(shape.columns())) {
            changes.add(new Change.Replaced(old, now));
        } else if (!sameType
                || !Objects.equals(old.type().computation(), now.type().computation())) {
            changes.add(new Change.Recomputed(now));
        }
    }

    private void indexes(Field now, FieldShape oldShape, FieldShape shape) {
        for (IndexShape index : oldShape.indexes()) {
            if (!shape.indexes().contains(index)) {
                changes.add(new Change.IndexDropped(now, index));
            }
        }
        for (IndexShape index : shape.indexes()) {
            boolean there = oldShape.indexes().contains(index);
            if (!there && index.unique()) {
                changes.add(new Change.MadeUnique(now, index));
            } else if (!there) {
                changes.add(new Change.IndexAdded(now, index));
            }
        }
    }

    /** Whether it is a figure over other records that is kept in a column. */
    static boolean isRollup(Field field) {
        return field.type().computation().orElse(null) instanceof Computation.Rollup
                && field.type().storage() instanceof Storage.Column;
    }
}
