package io.zhike.entity;

import java.util.Optional;

/**
 * The conditions of a field as its definition writes them, over the fields of the same record.
 *
 * @param shown when forms show the field; always where it is empty
 * @param requiredWhen when a record cannot be saved while the field is blank
 * @param readonlyWhen when nobody may change the field
 */
public record FieldLogic(Optional<String> shown, Optional<String> requiredWhen, Optional<String> readonlyWhen) {
    /** A field without conditions. */
    public static final FieldLogic NONE = new FieldLogic(Optional.empty(), Optional.empty(), Optional.empty());
}
