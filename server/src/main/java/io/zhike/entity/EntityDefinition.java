package io.zhike.entity;

import io.zhike.message.Label;
import java.util.List;
import java.util.Optional;

/**
 * A kind of record: what a published definition of kind {@code entity} says, checked.
 *
 * @param title the code of the field a record is called by; {@code number} where the definition names none
 * @param checks what has to hold between the fields of a record, in the order of the definition
 * @param traits what engines find it by
 * @param parent where this is a child table: the relation field that points to the owning record
 */
public record EntityDefinition(
        String code,
        Optional<String> app,
        Label label,
        Fields fields,
        String title,
        Optional<String> parent,
        List<Check> checks,
        List<Trait> traits) {

    public EntityDefinition {
        checks = List.copyOf(checks);
        traits = List.copyOf(traits);
        Codes.require(code);
        if (!fields.has(title)) {
            throw new IllegalArgumentException("the title '" + title + "' is no field of '" + code + "'");
        }
    }

    /** The field of that code. */
    public Optional<Field> field(String fieldCode) {
        return fields.find(fieldCode);
    }

    /** The field a record is called by. */
    public Field titleField() {
        return fields.get(title);
    }

    /** What is shown of a value of {@code field}, which is not null, to those who may not read it. */
    public String mask(Field field, Object value) {
        return field.type().mask(value, field.code().equals(title));
    }

    /** The same entity with other fields. */
    EntityDefinition with(Fields others) {
        return new EntityDefinition(code, app, label, others, title, parent, checks, traits);
    }
}
