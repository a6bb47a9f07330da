package io.zhike.entity;

import io.zhike.message.Issue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code traits} of an entity's document: {@code {activity: {record: customer, at: followed_at, …}}}. */
final class TraitParser {
    private final String entity;
    private final Map<String, Field> fields;
    private final List<Issue> issues;

    TraitParser(String entity, Map<String, Field> fields, List<Issue> issues) {
        this.entity = entity;
        this.fields = fields;
        this.issues = issues;
    }

    static ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode traits = schema.putObject("properties");
        for (TraitKind kind : TraitKind.values()) {
            ObjectNode trait = traits.putObject(kind.code()).put("type", "object");
            ObjectNode roles = trait.putObject("properties");
            kind.roles().forEach(role -> roles.putObject(role.name()).put("type", "string"));
            kind.roles().stream()
                    .filter(TraitKind.Role::required)
                    .forEach(role -> trait.withArray("required").add(role.name()));
            trait.put("additionalProperties", false);
        }
        return schema.put("additionalProperties", false);
    }

    /** The traits that are right; what is wrong with the others is an issue each. */
    List<Trait> parse(JsonNode document) {
        List<Trait> traits = new ArrayList<>();
        document.properties()
                .forEach(each -> TraitKind.of(each.getKey()).ifPresent(kind -> {
                    int before = issues.size();
                    Map<String, String> played = new LinkedHashMap<>();
                    kind.roles().forEach(role -> play(kind, role, each.getValue(), played));
                    if (issues.size() == before) {
                        traits.add(new Trait(kind, played));
                    }
                }));
        return traits;
    }

    private void play(TraitKind kind, TraitKind.Role role, JsonNode trait, Map<String, String> played) {
        String place = "traits." + kind.code() + "." + role.name();
        JsonNode code = trait.path(role.name());
        if (!code.isString()) {
            if (role.required()) {
                issues.add(Issue.at(place, DefinitionText.MISSING, role.name()));
            }
            return;
        }
        Field field = fields.get(code.stringValue());
        if (field == null) {
            issues.add(Issue.at(place, DefinitionText.NO_SUCH_FIELD, entity, code.stringValue()));
        } else if (!role.types().contains(field.type().code()) || !(field.type().storage() instanceof Storage.Column)) {
            String fitting = role.types().stream().sorted().collect(Collectors.joining(", "));
            issues.add(Issue.at(
                    place,
                    DefinitionText.ROLE_UNFIT,
                    field.label(),
                    field.type().code(),
                    fitting));
        } else {
            played.put(role.name(), field.code());
        }
    }
}
