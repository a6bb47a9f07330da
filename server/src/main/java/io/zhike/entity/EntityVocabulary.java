package io.zhike.entity;

import io.zhike.expression.Symbol;
import io.zhike.expression.Type;
import io.zhike.expression.Vocabulary;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The names that expressions over the entities of a workspace may use. Within an entity a field's code wins over a
 * label, a definition's field over one of the system's, a field over records that point here. What is encrypted has no
 * name here: no expression can use it.
 */
final class EntityVocabulary implements Vocabulary {
    private static final Map<String, List<Symbol>> PEOPLE = Map.of(
            MEMBER,
            List.of(
                    Symbol.of("name", new Label("姓名", "Name"), Type.TEXT),
                    Symbol.of("department", new Label("部门", "Department"), Type.DEPARTMENT),
                    Symbol.of("supervisor", new Label("上级", "Supervisor"), Type.MEMBER)),
            DEPARTMENT,
            List.of(
                    Symbol.of("name", new Label("名称", "Name"), Type.TEXT),
                    Symbol.of("parent", new Label("上级部门", "Parent"), Type.DEPARTMENT),
                    Symbol.of("head", new Label("部门负责人", "Head"), Type.MEMBER)));

    private final Map<String, Names> entities = new HashMap<>();
    private final BiFunction<String, Field, Type> types;

    /** @param types the type of a field of an entity; asked when the field is named, as it may take working out */
    EntityVocabulary(
            Collection<EntityDefinition> entities, Relations relations, BiFunction<String, Field, Type> types) {
        this.types = types;
        entities.forEach(entity -> this.entities.put(entity.code(), new Names(entity, relations)));
    }

    @Override
    public Optional<Symbol> find(String entity, String name) {
        List<Symbol> people = PEOPLE.get(entity);
        if (people != null) {
            return people.stream()
                    .filter(symbol ->
                            symbol.code().equals(name) || symbol.label().matches(name))
                    .findFirst();
        }
        Names names = entities.get(entity);
        return names == null ? Optional.empty() : names.find(name).map(named -> symbol(entity, named));
    }

    @Override
    public Collection<Symbol> symbols(String entity) {
        List<Symbol> people = PEOPLE.get(entity);
        if (people != null) {
            return people;
        }
        Names names = entities.get(entity);
        return names == null
                ? List.of()
                : names.all().stream().map(named -> plain(named)).toList();
    }

    private Symbol symbol(String entity, Named named) {
        return switch (named) {
            case Named.One(Field field) -> one(field, types.apply(entity, field));
            case Named.Several(Many many) -> Symbol.children(many.code(), many.label(), many.entity());
        };
    }

    /** A symbol for suggestions: its type is not worked out, as that might be what is going on just now. */
    private Symbol plain(Named named) {
        return switch (named) {
            case Named.One(Field field) ->
                one(
                        field,
                        field.type().computation().isPresent()
                                ? Type.BLANK
                                : field.type().valueType());
            case Named.Several(Many many) -> Symbol.children(many.code(), many.label(), many.entity());
        };
    }

    private static Symbol one(Field field, Type type) {
        Map<String, Label> options = new LinkedHashMap<>();
        field.type().options().forEach(option -> options.put(option.code(), option.label()));
        return Symbol.select(field.code(), field.label(), type, options);
    }

    /** What a name stands for. */
    private sealed interface Named {
        record One(Field field) implements Named {}

        record Several(Many many) implements Named {}
    }

    /** The names of one entity. */
    private static final class Names {
        private final Map<String, Named> byCode = new LinkedHashMap<>();
        private final Map<String, Named> byLabel = new HashMap<>();

        Names(EntityDefinition entity, Relations relations) {
            List<Many> many = relations.of(entity.code());
            for (Field field : entity.fields().where(each -> !each.type().encrypted())) {
                byCode.put(
                        field.code(),
                        many.stream()
                                .filter(each -> each.code().equals(field.code()))
                                .findFirst()
                                .<Named>map(Named.Several::new)
                                .orElseGet(() -> new Named.One(field)));
            }
            many.forEach(each -> byCode.putIfAbsent(each.code(), new Named.Several(each)));
            byCode.values().forEach(this::label);
            relations.aliases(entity.code()).forEach((alias, each) -> alias(alias, new Named.Several(each)));
        }

        Optional<Named> find(String name) {
            Named named = byCode.get(name);
            return Optional.ofNullable(named == null ? byLabel.get(key(name)) : named);
        }

        List<Named> all() {
            return new ArrayList<>(byCode.values());
        }

        private void label(Named named) {
            Label label = switch (named) {
                case Named.One(Field field) -> field.label();
                case Named.Several(Many many) -> many.label();
            };
            alias(label.zh(), named);
            alias(label.en(), named);
        }

        private void alias(@Nullable String name, Named named) {
            if (name != null) {
                byLabel.putIfAbsent(key(name), named);
            }
        }

        private static String key(String name) {
            return name.toLowerCase(Locale.ROOT);
        }
    }
}
