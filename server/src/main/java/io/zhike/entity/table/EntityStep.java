package io.zhike.entity.table;

import io.zhike.definition.PublishStep;
import io.zhike.message.Label;
import io.zhike.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One step from one table to the next. Data only; {@link Preparation}, {@link Application} and {@link Completion} do it. */
sealed interface EntityStep extends PublishStep {
    JsonMapper JSON = JsonMapper.builder().build();

    String entity();

    /** The field it is about; empty where it is about the entity. */
    String field();

    @Override
    default String kind() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    @Override
    default String key() {
        return kind() + ":" + entity() + (field().isEmpty() ? "" : "." + field());
    }

    @Override
    default boolean lossy() {
        return false;
    }

    @Override
    default long rowsLost() {
        return 0;
    }

    @Override
    default JsonNode toJson() {
        ObjectNode json = JSON.valueToTree(this);
        return json.put("kind", kind());
    }

    /** The step that {@link #toJson} gave. */
    static EntityStep read(JsonNode json) {
        ObjectNode body = ((ObjectNode) json).deepCopy();
        String kind = body.remove("kind").stringValue();
        for (Class<?> type : EntityStep.class.getPermittedSubclasses()) {
            String name =
                    type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
            if (name.equals(kind)) {
                return (EntityStep) JSON.treeToValue(body, type);
            }
        }
        throw new IllegalArgumentException("no step of the kind '" + kind + "'");
    }

    /** A table with all its columns and indexes, and its link tables. */
    record CreateEntity(String entity, Label label, List<FieldShape> fields, List<IndexShape> indexes)
            implements EntityStep {
        @Override
        public String field() {
            return "";
        }

        @Override
        public Message title() {
            return StepText.CREATE_ENTITY.with(label, fields.size());
        }
    }

    /**
     * @param document the definition, for the day it is wanted back
     * @param turn tells this deletion from others of the same name
     */
    record TrashEntity(String entity, Label label, List<FieldShape> fields, long records, ObjectNode document, int turn)
            implements EntityStep {
        @Override
        public String field() {
            return "";
        }

        @Override
        public Message title() {
            return StepText.TRASH_ENTITY.with(label, records);
        }
    }

    /** The table comes back as it went; what its definition says otherwise now, further steps do. */
    record RestoreEntity(
            String entity,
            Label label,
            UUID trash,
            List<FieldShape> fields,
            List<IndexShape> indexes,
            long records,
            int turn)
            implements EntityStep {
        @Override
        public String field() {
            return "";
        }

        @Override
        public Message title() {
            return StepText.RESTORE_ENTITY.with(label, records);
        }
    }

    /** Columns without a value in any row: a change of the catalogue alone. */
    record AddField(String entity, Label entityLabel, FieldShape shape, Label label) implements EntityStep {
        @Override
        public String field() {
            return shape.code();
        }

        @Override
        public Message title() {
            return StepText.ADD_FIELD.with(entityLabel, label);
        }
    }

    record TrashField(String entity, Label entityLabel, FieldShape shape, Label label, long held, int turn)
            implements EntityStep {
        @Override
        public String field() {
            return shape.code();
        }

        @Override
        public Message title() {
            return StepText.TRASH_FIELD.with(entityLabel, label, held);
        }
    }

    record RestoreField(
            String entity, Label entityLabel, FieldShape shape, Label label, UUID trash, long held, int turn)
            implements EntityStep {
        @Override
        public String field() {
            return shape.code();
        }

        @Override
        public Message title() {
            return StepText.RESTORE_FIELD.with(entityLabel, label, held);
        }
    }

    /** A column that can be computed again is dropped. */
    record DropField(String entity, Label entityLabel, FieldShape shape, Label label) implements EntityStep {
        @Override
        public String field() {
            return shape.code();
        }

        @Override
        public Message title() {
            return StepText.DROP_FIELD.with(entityLabel, label);
        }
    }

    /** Nothing in the table: names of columns are codes. */
    record RenameField(String entity, Label entityLabel, String field, Label from, Label to) implements EntityStep {
        @Override
        public Message title() {
            return StepText.RENAME_FIELD.with(entityLabel, from, to);
        }
    }

    /**
     * Every value read anew by another type.
     *
     * @param from the field as it was, as its description's JSON
     * @param to the field as it will be
     * @param rewritten how many rows get another value or column; 0 where the table stays as it is
     * @param refused how many rows have a value that the new type does not take
     * @param samples some of those values
     */
    record ChangeType(
            String entity,
            Label entityLabel,
            FieldShape before,
            FieldShape after,
            Label label,
            ObjectNode from,
            ObjectNode to,
            Label fromType,
            Label toType,
            long rewritten,
            long refused,
            List<String> samples,
            int turn)
            implements EntityStep {
        @Override
        public String field() {
            return after.code();
        }

        @Override
        public Message title() {
            return refused == 0
                    ? StepText.CHANGE_TYPE.with(entityLabel, label, fromType, toType, rewritten)
                    : StepText.CHANGE_TYPE_LOSING.with(
                            entityLabel, label, fromType, toType, rewritten, refused, String.join(" | ", samples));
        }

        @Override
        public boolean lossy() {
            return refused > 0;
        }

        @Override
        public long rowsLost() {
            return refused;
        }
    }

    /** Nothing in the table: the gate asks for a value from now on. */
    record Require(String entity, Label entityLabel, String field, Label label, long blanks) implements EntityStep {
        @Override
        public Message title() {
            return StepText.REQUIRE.with(entityLabel, label, blanks);
        }
    }

    /** @param duplicates how many values are there more than once; the publish fails unless there are none */
    record MakeUnique(
            String entity,
            Label entityLabel,
            String field,
            Label label,
            IndexShape index,
            long duplicates,
            List<String> samples)
            implements EntityStep {
        @Override
        public Message title() {
            return duplicates == 0
                    ? StepText.MAKE_UNIQUE.with(entityLabel, label)
                    : StepText.CANNOT_BE_UNIQUE.with(entityLabel, label, duplicates, String.join(" | ", samples));
        }
    }

    record BuildIndex(String entity, Label entityLabel, String field, Label label, IndexShape index)
            implements EntityStep {
        @Override
        public Message title() {
            return StepText.BUILD_INDEX.with(entityLabel, label);
        }
    }

    record DropIndex(String entity, Label entityLabel, String field, Label label, String index) implements EntityStep {
        @Override
        public Message title() {
            return StepText.DROP_INDEX.with(entityLabel, label);
        }
    }

    /** A foreign key; {@code table} is the entity's or a link table. */
    record Link(String entity, Label entityLabel, String field, Label label, String table, KeyShape reference)
            implements EntityStep {
        @Override
        public String key() {
            return kind() + ":" + reference.name();
        }

        @Override
        public Message title() {
            return StepText.LINK.with(entityLabel, label);
        }
    }

    /** A roll-up whose figures are to be computed from the records as they are. */
    record Compute(String entity, Label entityLabel, String field, Label label) implements EntityStep {
        @Override
        public Message title() {
            return StepText.COMPUTE.with(entityLabel, label);
        }
    }
}
