package io.zhike.entity;

import io.zhike.message.Label;
import io.zhike.message.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For each entity the records that can belong to one of its records: child tables, links, relations seen from behind. */
final class Relations {
    private final Map<String, List<Many>> byEntity = new LinkedHashMap<>();
    private final Map<String, List<Many>> pointing = new LinkedHashMap<>();
    private final Map<String, Label> labels = new LinkedHashMap<>();

    Relations(Collection<EntityDefinition> entities) {
        entities.forEach(entity -> labels.put(entity.code(), entity.label()));
        for (EntityDefinition entity : entities) {
            for (Field field : entity.fields()) {
                switch (field.type().storage()) {
                    case Storage.Children(String child, String parent) ->
                        add(
                                entity.code(),
                                new Many(field.code(), field.label(), child, new Many.Way.PointHere(parent)));
                    case Storage.Links(String target) -> {
                        Many.Way way = new Many.Way.LinkedFromHere(field.code());
                        add(entity.code(), new Many(field.code(), field.label(), target, way));
                    }
                    case Storage.Column ignored -> {}
                    case Storage.Parts ignored -> {}
                    case Storage.Computed ignored -> {}
                }
            }
        }
        entities.forEach(this::behind);
    }

    /** All that can belong to a record of {@code entity}; codes are unique. */
    List<Many> of(String entity) {
        return List.copyOf(byEntity.getOrDefault(entity, List.of()));
    }

    /**
     * Shorter names for relations seen from behind: the code and the labels of the entity that points here, where only
     * one of its fields does.
     */
    Map<String, Many> aliases(String entity) {
        Map<String, Many> aliases = new LinkedHashMap<>();
        List<Many> many = pointing.getOrDefault(entity, List.of());
        for (Many each : many) {
            boolean only = many.stream()
                            .filter(other -> other.entity().equals(each.entity()))
                            .count()
                    == 1;
            Label label = labels.get(each.entity());
            if (only && label != null) {
                aliases.putIfAbsent(each.entity(), each);
                put(aliases, label.zh(), each);
                put(aliases, label.en(), each);
            }
        }
        return aliases;
    }

    private void behind(EntityDefinition entity) {
        for (Field field : entity.fields()) {
            if (field.type().target().isEmpty() || field.system()) {
                continue;
            }
            Many.Way way = switch (field.type().storage()) {
                case Storage.Column ignored -> new Many.Way.PointHere(field.code());
                case Storage.Links ignored -> new Many.Way.LinkHere(field.code());
                case Storage.Children ignored -> null;
                case Storage.Parts ignored -> null;
                case Storage.Computed ignored -> null;
            };
            if (way != null) {
                String target = field.type().target().get();
                Many many = new Many(entity.code() + "_" + field.code(), named(entity, field), entity.code(), way);
                pointing.computeIfAbsent(target, ignored -> new ArrayList<>()).add(many);
                add(target, many);
            }
        }
    }

    private static Label named(EntityDefinition entity, Field field) {
        return new Label(
                entity.label().in(Language.ZH) + "（" + field.label().in(Language.ZH) + "）",
                entity.label().in(Language.EN) + " (" + field.label().in(Language.EN) + ")");
    }

    private void add(String entity, Many many) {
        byEntity.computeIfAbsent(entity, ignored -> new ArrayList<>()).add(many);
    }

    private static void put(Map<String, Many> aliases, @Nullable String name, Many many) {
        if (name != null) {
            aliases.putIfAbsent(name, many);
        }
    }
}
