package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.FieldType;
import io.zhike.expression.Symbol;
import io.zhike.expression.Type;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The end of a path: a field of a record, or what is known of a member or a department. */
sealed interface Leaf {
    /** The codes of the relations that lead there; empty for a field of the record itself. */
    List<String> relations();

    String code();

    Type type();

    Label label();

    /** The field type that reads and writes the value; empty for members and departments. */
    Optional<FieldType> fieldType();

    /** What goes out in place of a value, which is not null; empty where the value itself does. */
    default Optional<UnaryOperator<Object>> mask() {
        return Optional.empty();
    }

    /**
     * A field of an entity.
     *
     * @param masked whether its mask goes out and nothing else; then it is a text that no field type is behind
     */
    record OfRecord(List<String> relations, EntityDefinition entity, Field field, boolean masked) implements Leaf {
        @Override
        public String code() {
            return field.code();
        }

        @Override
        public Type type() {
            return masked ? Type.TEXT : field.type().valueType();
        }

        @Override
        public Label label() {
            return field.label();
        }

        @Override
        public Optional<FieldType> fieldType() {
            return masked ? Optional.empty() : Optional.of(field.type());
        }

        @Override
        public Optional<UnaryOperator<Object>> mask() {
            return masked ? Optional.of(value -> entity.mask(field, value)) : Optional.empty();
        }
    }

    /** A column of the record itself that is no field of its entity. */
    record OfColumn(Field field) implements Leaf {
        @Override
        public List<String> relations() {
            return List.of();
        }

        @Override
        public String code() {
            return field.code();
        }

        @Override
        public Type type() {
            return field.type().valueType();
        }

        @Override
        public Label label() {
            return field.label();
        }

        @Override
        public Optional<FieldType> fieldType() {
            return Optional.of(field.type());
        }
    }

    /** What is known of a member or a department, such as its name. */
    record OfPeople(List<String> relations, Symbol symbol) implements Leaf {
        @Override
        public String code() {
            return symbol.code();
        }

        @Override
        public Type type() {
            return symbol.type();
        }

        @Override
        public Label label() {
            return symbol.label();
        }

        @Override
        public Optional<FieldType> fieldType() {
            return Optional.empty();
        }
    }

    /** The whole path, as the language has it. */
    default List<String> path() {
        List<String> path = new ArrayList<>(relations());
        path.add(code());
        return path;
    }
}
