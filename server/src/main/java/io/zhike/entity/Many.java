package io.zhike.entity;

import io.zhike.message.Label;

/**
 * Records that belong to one record, as expressions name them.
 *
 * @param code what expressions keep; a field's code, or {@code <entity>_<field>} for a relation seen from its other end
 * @param entity the entity of those records
 */
public record Many(String code, Label label, String entity, Way way) {

    /** The field that makes those records belong to one of {@code from}, on whichever side it is. */
    public FieldPlace place(String from) {
        return switch (way) {
            case Way.PointHere(String field) -> new FieldPlace(entity, field);
            case Way.LinkHere(String field) -> new FieldPlace(entity, field);
            case Way.LinkedFromHere(String field) -> new FieldPlace(from, field);
        };
    }

    /** How those records are found. */
    public sealed interface Way {

        /** Their column {@code field} holds this record's id. */
        record PointHere(String field) implements Way {}

        /** The link table of {@code <their entity>.<field>} has this record as its target. */
        record LinkHere(String field) implements Way {}

        /** The link table of this entity's {@code field} has this record as its source. */
        record LinkedFromHere(String field) implements Way {}
    }
}
