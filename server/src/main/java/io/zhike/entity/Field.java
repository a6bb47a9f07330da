package io.zhike.entity;

import io.zhike.message.Label;
import java.util.Optional;

/**
 * One field of an entity.
 *
 * @param code names the column; never changes
 * @param required whether a record cannot be saved while it is blank
 * @param unique whether no two records that are not deleted may have the same value
 * @param searchable whether the record is found by it
 * @param indexed whether an index serves filters and sorts on it
 * @param lookalike whether people are told, before they save, of records that are as good as the same by it
 * @param personal whether it says something about a person, which that person may ask for or ask to have erased
 * @param initial the text of the expression that a new record gets its value from
 * @param logic when it is shown, asked for and kept as it is
 * @param system whether every entity has it; such a field cannot be changed or deleted
 */
public record Field(
        String code,
        Label label,
        Optional<Label> help,
        FieldType type,
        boolean required,
        boolean unique,
        boolean searchable,
        boolean indexed,
        boolean lookalike,
        boolean personal,
        Optional<String> initial,
        FieldLogic logic,
        boolean system) {

    public Field {
        Codes.require(code);
    }

    /** A field of every record, which the system keeps. */
    public static Field ofSystem(String code, Label label, FieldType type, boolean searchable, boolean indexed) {
        return new Field(
                code,
                label,
                Optional.empty(),
                type,
                false,
                false,
                searchable,
                indexed,
                false,
                false,
                Optional.empty(),
                FieldLogic.NONE,
                true);
    }

    /** Whether people and the API may set it. */
    public boolean writable() {
        return type.writable() && (!system || SystemFields.SETTABLE.contains(code));
    }

    /** The same field with another type. */
    Field as(FieldType other) {
        return new Field(
                code,
                label,
                help,
                other,
                required,
                unique,
                searchable,
                indexed,
                lookalike,
                personal,
                initial,
                logic,
                system);
    }
}
