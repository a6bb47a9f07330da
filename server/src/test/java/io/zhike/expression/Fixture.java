package io.zhike.expression;

import io.zhike.message.Label;
import io.zhike.message.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The small company of {@code spec/expression/fixture.json}: its entities, records, members and the present time. */
public final class Fixture implements Vocabulary {
    public static final JsonMapper JSON = new JsonMapper();
    private static final Fixture SHARED = new Fixture(read("fixture.json"));

    /** A field as the fixture tells it; {@code link} is the child's field that leads back. */
    public record Field(
            Symbol symbol, String column, @Nullable String link) {}

    private final Map<String, Map<String, Field>> entities = new LinkedHashMap<>();
    private final Map<String, Map<UUID, Map<String, Object>>> records = new LinkedHashMap<>();
    private final Environment environment;

    private Fixture(JsonNode json) {
        this(json, json.get("zone").stringValue());
    }

    private Fixture(JsonNode json, String zone) {
        json.get("entities").properties().forEach(e -> entities.put(e.getKey(), fields(e.getValue())));
        json.get("records").properties().forEach(e -> records.put(e.getKey(), rows(e.getKey(), e.getValue())));
        records.put(MEMBER, rows(MEMBER, json.get("members")));
        records.put(DEPARTMENT, rows(DEPARTMENT, json.get("departments")));
        environment = new Environment(
                Instant.parse(json.get("now").stringValue()),
                ZoneId.of(zone),
                Language.ZH,
                UUID.fromString(json.get("caller").stringValue()),
                new Staff());
    }

    public static Fixture shared() {
        return SHARED;
    }

    /** {@code spec/expression/} wherever the tests are started. */
    public static Path folder() {
        Path here = Path.of("spec/expression");
        return Files.exists(here) ? here : Path.of("../spec/expression");
    }

    static JsonNode read(String file) {
        try {
            return JSON.readTree(Files.readString(folder().resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Environment environment() {
        return environment;
    }

    public Map<String, Map<String, Field>> entities() {
        return entities;
    }

    public Map<UUID, Map<String, Object>> records(String entity) {
        return records.getOrDefault(entity, Map.of());
    }

    /** The same company without records, somewhere else. */
    public static Fixture empty(String zone) {
        Fixture copy = new Fixture(read("fixture.json"), zone);
        copy.records.get("customer").clear();
        copy.records.get("order").clear();
        copy.records.get("line").clear();
        return copy;
    }

    /** Adds or replaces a record, so that random rows can be tried. */
    public void put(String entity, UUID id, Map<String, Object> values) {
        records.get(entity).put(id, values);
    }

    // ---- vocabulary

    @Override
    public Optional<Symbol> find(String entity, String name) {
        Map<String, Field> fields = entities.getOrDefault(entity, Map.of());
        Field byCode = fields.get(name);
        if (byCode != null) {
            return Optional.of(byCode.symbol());
        }
        return fields.values().stream()
                .map(Field::symbol)
                .filter(s -> s.label().matches(name))
                .findFirst();
    }

    @Override
    public Collection<Symbol> symbols(String entity) {
        return entities.getOrDefault(entity, Map.of()).values().stream()
                .map(Field::symbol)
                .toList();
    }

    private static Map<String, Field> fields(JsonNode array) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (JsonNode node : array) {
            String code = node.get("code").stringValue();
            Label label = label(node.get("label"));
            String type = node.get("type").stringValue();
            String column = node.has("column") ? node.get("column").stringValue() : "";
            if (type.equals("children")) {
                Symbol symbol = Symbol.children(code, label, node.get("entity").stringValue());
                fields.put(code, new Field(symbol, column, node.get("link").stringValue()));
            } else {
                Symbol symbol = new Symbol(code, label, type(type, node), options(node), Optional.empty());
                fields.put(code, new Field(symbol, column, null));
            }
        }
        return fields;
    }

    private static Label label(JsonNode node) {
        return new Label(node.get("zh").stringValue(), node.get("en").stringValue());
    }

    private static Map<String, Label> options(JsonNode node) {
        Map<String, Label> options = new LinkedHashMap<>();
        if (node.has("options")) {
            node.get("options").forEach(o -> options.put(o.get("code").stringValue(), label(o.get("label"))));
        }
        return options;
    }

    private static Type type(String code, JsonNode node) {
        return switch (code) {
            case "text" -> Type.TEXT;
            case "number" -> Type.NUMBER;
            case "boolean" -> Type.BOOL;
            case "date" -> Type.DATE;
            case "datetime" -> Type.DATETIME;
            case "duration" -> Type.DURATION;
            case "member" -> Type.MEMBER;
            case "department" -> Type.DEPARTMENT;
            case "record" -> new Type.RecordOf(node.get("entity").stringValue());
            case "list" -> new Type.ListOf(type(node.get("of").stringValue(), node));
            default -> throw new IllegalArgumentException(code);
        };
    }

    // ---- records

    private Map<UUID, Map<String, Object>> rows(String entity, JsonNode array) {
        Map<UUID, Map<String, Object>> rows = new LinkedHashMap<>();
        for (JsonNode node : array) {
            Map<String, Object> values = new HashMap<>();
            for (Field field : entities.get(entity).values()) {
                JsonNode value = node.get(field.symbol().code());
                if (value != null && !value.isNull()) {
                    values.put(
                            field.symbol().code(), value(value, field.symbol().type()));
                }
            }
            rows.put(UUID.fromString(node.get("id").stringValue()), values);
        }
        return rows;
    }

    /** A value from the JSON form that the vectors use. */
    static @Nullable Object value(JsonNode node, Type type) {
        if (node.isNull()) {
            return null;
        }
        if (type instanceof Type.ListOf(Type element)) {
            List<Object> items = new ArrayList<>();
            node.forEach(item -> items.add(value(item, element)));
            return items;
        }
        String text = node.isString() ? node.stringValue() : node.toString();
        Object value = Literals.read(text, type);
        if (value == null) {
            throw new IllegalArgumentException(node + " is no " + type.code());
        }
        return value;
    }

    public Row row(String entity, UUID id) {
        return new RecordRow(entity, id);
    }

    private final class RecordRow implements Row {
        private final String entity;
        private final UUID id;

        RecordRow(String entity, UUID id) {
            this.entity = entity;
            this.id = id;
        }

        @Override
        public @Nullable Object value(List<String> path) {
            if (path.equals(Expression.ITSELF)) {
                return id;
            }
            String at = entity;
            Object value = id;
            for (String code : path) {
                if (!(value instanceof UUID here) || !records(at).containsKey(here)) {
                    return null;
                }
                Field field = entities.get(at).get(code);
                value = records(at).get(here).get(code);
                String next = Names.entityOf(field.symbol().type());
                at = next == null ? at : next;
            }
            return value;
        }

        @Override
        public Iterable<? extends Row> children(String code) {
            List<String> path = List.of(code.split("\\."));
            List<String> owner = path.subList(0, path.size() - 1);
            Object from = owner.isEmpty() ? id : value(owner);
            String at = entity;
            for (String step : owner) {
                at = Names.entityOf(entities.get(at).get(step).symbol());
            }
            Field field = entities.get(at).get(path.getLast());
            String child = field.symbol().children().orElseThrow().entity();
            return records(child).entrySet().stream()
                    .filter(e -> from != null && from.equals(e.getValue().get(field.link())))
                    .map(e -> new RecordRow(child, e.getKey()))
                    .toList();
        }
    }

    private final class Staff implements Environment.Directory {
        @Override
        public @Nullable UUID departmentOf(UUID member) {
            return (UUID) records(MEMBER).getOrDefault(member, Map.of()).get("department");
        }

        @Override
        public @Nullable UUID supervisorOf(UUID member) {
            return (UUID) records(MEMBER).getOrDefault(member, Map.of()).get("supervisor");
        }

        @Override
        public Set<UUID> andBelow(UUID department) {
            Set<UUID> all = new HashSet<>(records(DEPARTMENT).containsKey(department) ? Set.of(department) : Set.of());
            boolean grown = true;
            while (grown) {
                grown = false;
                for (var one : records(DEPARTMENT).entrySet()) {
                    if (one.getValue().get("parent") instanceof UUID parent && all.contains(parent)) {
                        grown |= all.add(one.getKey());
                    }
                }
            }
            return all;
        }
    }
}
