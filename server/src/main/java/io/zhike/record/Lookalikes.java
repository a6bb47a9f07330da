package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Likeness;
import io.zhike.entity.Reading;
import io.zhike.entity.SystemFields;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Environment;
import io.zhike.store.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Records that are as good as the same as one that somebody is about to save. Only what the caller may read is found, by
 * fields that the caller may read: what lies outside is as if it did not exist.
 */
final class Lookalikes {
    private static final int MOST = 10;

    private final Lens lens;
    private final EntityDefinition entity;

    Lookalikes(Lens lens, EntityDefinition entity) {
        this.lens = lens;
        this.entity = entity;
    }

    /**
     * One of them.
     *
     * @param title what the record is called
     * @param matches the codes of the fields by which it is alike
     */
    record Found(UUID id, long number, String title, List<String> matches) {}

    /**
     * Those that are alike by any of the values, those by the most fields first; at most ten. Values of other fields, blank
     * ones and such as cannot be read are passed over.
     *
     * @param except the record that is being edited; empty for a new one
     * @throws io.zhike.message.ProblemException where a field is not there for the caller
     */
    List<Found> find(DSLContext ctx, JsonNode values, Optional<UUID> except) {
        Frame frame = new Frame(lens, entity);
        Map<Field, Condition> alike = new LinkedHashMap<>();
        values.properties().forEach(property -> {
            Field field = lens.field(entity, property.getKey());
            read(field, property.getValue()).ifPresent(value -> alike.put(field, same(frame, field, value)));
        });
        if (alike.isEmpty()) {
            return List.of();
        }
        Output title = Output.of(frame, entity.title(), lens.title(entity));
        List<SelectField<?>> selected = new ArrayList<>();
        selected.add(frame.id());
        selected.add(frame.system(SystemFields.NUMBER, SQLDataType.BIGINT));
        alike.values().forEach(condition -> selected.add(DSL.field(condition)));
        selected.addAll(title.columns());
        return ctx
                .select(selected)
                .from(frame.from())
                .where(frame.rows(false))
                .and(DSL.or(alike.values()))
                .and(except.map(frame.id()::ne).orElse(DSL.noCondition()))
                .limit(DSL.inline(MOST))
                .fetch(row -> found(row, List.copyOf(alike.keySet()), title))
                .stream()
                .sorted(Comparator.comparingInt((Found each) -> -each.matches().size())
                        .thenComparing(Found::number))
                .toList();
    }

    private Optional<String> read(Field field, JsonNode value) {
        boolean asked = field.lookalike() && field.type().likeness().isPresent();
        return asked && field.type().read(value, context()) instanceof Reading.Value(@Nullable Object read)
                ? Optional.ofNullable((String) read)
                : Optional.empty();
    }

    private static Condition same(Frame frame, Field field, String value) {
        org.jooq.Field<String> column = frame.system(field.code(), SQLDataType.CLOB);
        org.jooq.Field<String> wanted = DSL.val(value, SQLDataType.CLOB);
        return switch (field.type().likeness().orElse(Likeness.SAME)) {
            case SAME -> column.eq(wanted);
            case FOLDED -> Folding.folded(column).eq(Folding.folded(wanted));
            case NAME -> Folding.bareName(column).eq(Folding.bareName(wanted));
        };
    }

    private Found found(Record row, List<Field> fields, Output title) {
        List<String> matches = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (Boolean.TRUE.equals(row.get(2 + i))) {
                matches.add(fields.get(i).code());
            }
        }
        Object called = title.read(row, 2 + fields.size());
        long number = row.get(1, Long.class);
        return new Found(
                row.get(0, UUID.class),
                number,
                called == null ? String.valueOf(number) : title.display(called, context()),
                List.copyOf(matches));
    }

    private ValueContext context() {
        Environment environment = lens.grants().environment();
        return new ValueContext(environment.zone(), environment.language());
    }
}
