package io.zhike.definition;

import io.zhike.message.Label;
import java.util.List;

/**
 * What differs between two states of one definition.
 *
 * @param label as it is now, or as it was where it is gone
 * @param elements what differs inside; empty where the definition as a whole was added or removed
 */
public record DefinitionChange(DefinitionKey key, How how, Label label, List<ElementChange> elements) {

    /** What happened to it. */
    public enum How {
        ADDED,
        REMOVED,
        CHANGED
    }

    public DefinitionChange {
        elements = List.copyOf(elements);
    }
}
