package io.zhike.record;

import io.zhike.workspace.Client;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A workspace that {@link LeakWays} are tried in, as its administrator sees it.
 *
 * @param entities their descriptions
 * @param samples a record of each entity that everybody reads who is asked about it, whole, by the entity's code
 */
record Ground(List<JsonNode> entities, Map<String, JsonNode> samples) {

    /** A relation to one record. */
    record Relation(String entity, String field, String target) {}

    /** @param samples the keys of the records, by the entity's code; of other entities it is the first of their list */
    static Ground of(Client admin, Map<String, UUID> samples) {
        List<JsonNode> entities = admin.get("/api/v1/entities")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
        Map<String, JsonNode> whole = new LinkedHashMap<>();
        for (JsonNode entity : entities) {
            String code = entity.path("code").asString();
            String list = "/api/v1/records/" + code;
            String id = samples.containsKey(code)
                    ? samples.get(code).toString()
                    : admin.get(list + "?limit=1")
                            .expect(200)
                            .json()
                            .path("items")
                            .path(0)
                            .path("id")
                            .asString("");
            if (!id.isEmpty()) {
                whole.put(code, admin.get(list + "/" + id).expect(200).json());
            }
        }
        return new Ground(entities, whole);
    }

    /** All fields of all entities. */
    Stream<LeakWays.Known> fields() {
        return entities.stream()
                .flatMap(entity -> entity.path("fields")
                        .valueStream()
                        .map(field ->
                                new LeakWays.Known(this, entity.path("code").asString(), field)));
    }

    LeakWays.Known field(String entity, String code) {
        return fields().filter(
                        field -> field.entity().equals(entity) && field.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** The key of the sample; nobody's where the entity has no record. */
    UUID sample(String entity) {
        JsonNode sample = samples.get(entity);
        return sample == null
                ? new UUID(0, 0)
                : UUID.fromString(sample.path("id").asString());
    }

    /** Whether the sample has a value in that field. */
    boolean hasValue(String entity, String field) {
        JsonNode value = samples.containsKey(entity) ? samples.get(entity).path(field) : null;
        return value != null && !value.isMissingNode() && !value.isNull() && !(value.isArray() && value.isEmpty());
    }

    Stream<Relation> fromOthers(String target) {
        return relations()
                .filter(relation ->
                        relation.target().equals(target) && !relation.entity().equals(target));
    }

    Stream<Relation> fromItself(String entity) {
        return relations()
                .filter(relation ->
                        relation.target().equals(entity) && relation.entity().equals(entity));
    }

    /** Relations of {@code entity} to others, whose records have those of {@code entity} as children. */
    Stream<Relation> toOthers(String entity) {
        return relations()
                .filter(relation ->
                        relation.entity().equals(entity) && !relation.target().equals(entity));
    }

    private Stream<Relation> relations() {
        return fields().filter(field -> field.json().path("type").asString().equals("relation")
                        && !field.json().path("many").booleanValue(false))
                .map(field -> new Relation(
                        field.entity(),
                        field.code(),
                        field.json().path("entity").asString()));
    }
}
