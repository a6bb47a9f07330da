package io.zhike.entity;

import io.zhike.message.Label;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of field, such as {@code money}: makes a {@link FieldType} from a definition's properties. All that can be asked
 * before a field is defined is asked here; {@link FieldTypes} finds kinds by code.
 */
public interface FieldKind {

    /** The code that definitions carry, such as {@code multi_select}. */
    String code();

    /** What people call this kind. */
    Label label();

    /** The properties that fields of this kind may have beside those of all fields. */
    List<Property> properties();

    /** Reads the properties; what is wrong is told to {@code from}, and something usable is answered all the same. */
    FieldType parse(FieldProperties from);

    /**
     * One property of a kind.
     *
     * @param schema the JSON Schema of its value
     */
    record Property(String name, ObjectNode schema) {}
}
