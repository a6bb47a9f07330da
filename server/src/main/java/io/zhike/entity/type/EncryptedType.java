package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldKind.Property;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.FieldType;
import io.zhike.entity.Reading;
import io.zhike.entity.Storage;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Type;
import io.zhike.message.Language;
import io.zhike.sheet.Cell;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text whose column holds it sealed. It is read, checked, shown and masked as what it would be otherwise; all that the
 * database would have to understand the value for is what {@link FieldType} says where a type says nothing: no.
 */
record EncryptedType(FieldType plain) implements FieldType {
    private static final String ENCRYPTED = "encrypted";

    /** What kinds that can be encrypted have beside {@code own}. */
    static List<Property> with(Property... own) {
        List<Property> all = new java.util.ArrayList<>(List.of(own));
        all.add(Schemas.flag(ENCRYPTED));
        return List.copyOf(all);
    }

    /** {@code plain}, or what it is where the field asks to be encrypted. */
    static FieldType asked(FieldProperties from, FieldType plain) {
        return from.flag(ENCRYPTED, false) ? new EncryptedType(plain) : plain;
    }

    @Override
    public boolean encrypted() {
        return true;
    }

    @Override
    public String code() {
        return plain.code();
    }

    @Override
    public Type valueType() {
        return plain.valueType();
    }

    @Override
    public Storage storage() {
        return plain.storage();
    }

    @Override
    public Reading read(JsonNode value, ValueContext context) {
        return plain.read(value, context);
    }

    @Override
    public Reading read(Cell cell, ValueContext context) {
        return plain.read(cell, context);
    }

    @Override
    public JsonNode write(Object value) {
        return plain.write(value);
    }

    @Override
    public String display(Object value, ValueContext context) {
        return plain.display(value, context);
    }

    @Override
    public String mask(Object value, boolean title) {
        return plain.mask(value, title);
    }

    @Override
    public ObjectNode valueSchema() {
        return plain.valueSchema();
    }

    @Override
    public void writeProperties(ObjectNode field) {
        plain.writeProperties(field);
        field.put(ENCRYPTED, true);
    }

    @Override
    public String describe(Language language) {
        return plain.describe(language);
    }

    @Override
    public Reading refuse(EntityText why, @Nullable Object... arguments) {
        return plain.refuse(why, arguments);
    }
}
