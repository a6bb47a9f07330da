package io.zhike.record.transfer;

import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Type;
import io.zhike.message.Label;
import io.zhike.record.RecordFinder;
import io.zhike.sheet.Cell;
import io.zhike.workspace.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Finds the records, members and departments that a chunk of rows names; one query a field. */
final class Lookups {
    private final RecordFinder finder;
    private final People people;
    private final EntityCatalog catalog;
    private final Map<String, ColumnTarget> mapping;
    private final ValueContext context;

    Lookups(
            RecordFinder finder,
            People people,
            EntityCatalog catalog,
            Map<String, ColumnTarget> mapping,
            ValueContext context) {
        this.finder = finder;
        this.people = people;
        this.catalog = catalog;
        this.mapping = mapping;
        this.context = context;
    }

    /**
     * Sets the field in all rows of the chunk, or refuses those whose text names several or nothing.
     *
     * @param nothing what those are refused with whose text names nothing; null leaves them alone
     * @return those that were left alone
     */
    Set<ImportRow> resolve(
            DSLContext ctx, Caller caller, Field field, List<ImportRow> rows, @Nullable ImportError nothing) {
        Set<ImportRow> left = new LinkedHashSet<>();
        Set<String> texts = new LinkedHashSet<>();
        rows.forEach(row -> texts.addAll(row.lookups(field.code())));
        Map<String, List<UUID>> found = texts.isEmpty() ? Map.of() : find(ctx, caller, field, texts);
        Label by = named(caller, field);
        for (ImportRow row : rows) {
            List<UUID> ids = new ArrayList<>();
            for (String text : row.lookups(field.code())) {
                List<UUID> matches = found.getOrDefault(text, List.of());
                switch (matches.size()) {
                    case 0 -> {
                        if (nothing == null) {
                            left.add(row);
                        } else {
                            row.refuse(field.code(), nothing, by, text);
                        }
                    }
                    case 1 -> ids.add(matches.getFirst());
                    default -> row.refuse(field.code(), ImportError.SEVERAL_MATCH, by, text, matches.size());
                }
            }
            row.set(field.code(), value(field, ids));
        }
        return left;
    }

    /** Whether the field points to records of {@code entity}. */
    static boolean pointsTo(String entity, Field field) {
        return element(field) instanceof Type.RecordOf(String target) && target.equals(entity);
    }

    private static @Nullable Object value(Field field, List<UUID> ids) {
        if (ids.isEmpty()) {
            return null;
        }
        return field.type().valueType() instanceof Type.ListOf ? List.copyOf(ids) : ids.getFirst();
    }

    private Map<String, List<UUID>> find(DSLContext ctx, Caller caller, Field field, Set<String> texts) {
        return switch (element(field)) {
            case Type.Member _ -> people.members(caller, texts);
            case Type.Department _ -> people.departments(caller, texts);
            case Type other -> records(ctx, caller, field, other, texts);
        };
    }

    private Map<String, List<UUID>> records(DSLContext ctx, Caller caller, Field field, Type type, Set<String> texts) {
        EntityDefinition target = target(type);
        Field by = by(field, target);
        Map<String, Object> values = new HashMap<>();
        for (String text : texts) {
            if (by.type().read(new Cell.Text(text), context) instanceof Reading.Value(Object value)) {
                values.put(text, value);
            }
        }
        Map<List<Object>, List<UUID>> found = finder.find(
                ctx,
                caller,
                target.code(),
                List.of(by.code()),
                values.values().stream().map(List::of).toList());
        Map<String, List<UUID>> byText = new HashMap<>();
        values.forEach(
                (text, value) -> byText.put(text, found.getOrDefault(RecordFinder.normal(List.of(value)), List.of())));
        return byText;
    }

    private Field by(Field field, EntityDefinition target) {
        return mapping.values().stream()
                .filter(column -> column.field().equals(field.code()))
                .findFirst()
                .flatMap(ColumnTarget::by)
                .flatMap(target::field)
                .orElseGet(target::titleField);
    }

    /** What the texts are said to be: the field they were looked for in, where the caller may know of it. */
    private Label named(Caller caller, Field field) {
        if (element(field) instanceof Type.RecordOf type) {
            Field by = by(field, target(type));
            return finder.finds(caller, type.entity(), by.code()) ? by.label() : field.label();
        }
        return field.label();
    }

    /** The entity whose records a field holds; empty where it holds anything else. */
    static Optional<String> targetOf(Field field) {
        return element(field) instanceof Type.RecordOf(String entity) ? Optional.of(entity) : Optional.empty();
    }

    private EntityDefinition target(Type type) {
        if (type instanceof Type.RecordOf(String entity)) {
            return catalog.get(entity);
        }
        throw new IllegalStateException("nothing of type " + type.code() + " is looked up");
    }

    private static Type element(Field field) {
        return field.type().valueType() instanceof Type.ListOf(Type element)
                ? element
                : field.type().valueType();
    }
}
