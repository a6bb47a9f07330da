package io.zhike.action;

import io.zhike.definition.DocumentSchema;
import io.zhike.definition.Reference;
import io.zhike.entity.Field;
import io.zhike.expression.Expression;
import io.zhike.expression.Type;
import io.zhike.message.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whom something is for, as definitions say it: {@code {"who": "owner"}}, {@code {"who": "group", "id": …}}. */
public sealed interface Recipients {

    /** Whoever owns the record. */
    record Owner() implements Recipients {}

    /** Whom the owner reports to. */
    record Supervisor() implements Recipients {}

    /** Whoever made the record. */
    record Creator() implements Recipients {}

    /** Whoever made the change that led here. */
    record Actor() implements Recipients {}

    /**
     * What a field holds: members, departments (all of their members), mail addresses or phone numbers.
     *
     * @param path from the record, through relations
     */
    record OfField(String path) implements Recipients {}

    record OneMember(UUID id) implements Recipients {}

    record Group(UUID id) implements Recipients {}

    /** @param below whether the departments below it count */
    record Department(UUID id, boolean below) implements Recipients {}

    /** @param department whose head; empty for that of the record's own department */
    record Head(Optional<UUID> department) implements Recipients {}

    /** @param code of a role */
    record Role(String code) implements Recipients {}

    /** The owner, and everybody who has logged an activity for the record. */
    record Followers() implements Recipients {}

    /** All that {@code list} says; what is incomplete is left out, and told by {@link #check}. */
    static List<Recipients> read(JsonNode list) {
        List<Recipients> all = new ArrayList<>();
        list.forEach(each -> one(each).ifPresent(all::add));
        return all;
    }

    private static Optional<Recipients> one(JsonNode node) {
        Optional<UUID> id = id(node.path("id"));
        return switch (node.path("who").asString("")) {
            case "owner" -> Optional.of(new Owner());
            case "supervisor" -> Optional.of(new Supervisor());
            case "creator" -> Optional.of(new Creator());
            case "actor" -> Optional.of(new Actor());
            case "followers" -> Optional.of(new Followers());
            case "field" ->
                Optional.of(node.path("field").asString(""))
                        .filter(path -> !path.isBlank())
                        .map(OfField::new);
            case "member" -> id.map(OneMember::new);
            case "group" -> id.map(Group::new);
            case "department" ->
                id.map(each -> new Department(each, node.path("below").asBoolean(false)));
            case "head" -> Optional.of(new Head(id));
            case "role" ->
                Optional.of(node.path("role").asString(""))
                        .filter(code -> !code.isBlank())
                        .map(Role::new);
            default -> Optional.empty();
        };
    }

    private static Optional<UUID> id(JsonNode node) {
        try {
            return node.isString() ? Optional.of(UUID.fromString(node.stringValue())) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What is wrong with the list that stands at {@code place}. */
    static List<Issue> check(ActionPlace place, JsonNode list) {
        List<Issue> issues = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            ActionPlace at = place.at(i);
            Optional<Recipients> read = one(list.get(i));
            if (read.isEmpty()) {
                issues.add(
                        at.issue(ActionIssue.INCOMPLETE, list.get(i).path("who").asString("who")));
            } else if (read.get() instanceof OfField(String path)) {
                issues.addAll(checkField(at, path));
            }
        }
        return issues;
    }

    private static List<Issue> checkField(ActionPlace place, String path) {
        JsonNode text = JsonNodeFactory.instance.stringNode(path);
        List<Issue> issues = new ArrayList<>(place.expression(text, null));
        if (issues.isEmpty() && place.definition().isPresent()) {
            boolean leads = place.tree(text)
                    .filter(tree -> tree instanceof Expression.Path && leadsToPeople(place, tree, path))
                    .isPresent();
            if (!leads) {
                issues.add(place.issue(ActionIssue.NOT_PEOPLE, path));
            }
        }
        return issues;
    }

    private static boolean leadsToPeople(ActionPlace place, Expression tree, String path) {
        Type type = tree.type() instanceof Type.ListOf(Type element) ? element : tree.type();
        if (type instanceof Type.Member || type instanceof Type.Department) {
            return true;
        }
        return end(place, path)
                .map(field -> field.type().code())
                .filter(code -> code.equals("email") || code.equals("phone"))
                .isPresent();
    }

    /** The field at the end of a path through relations. */
    private static Optional<Field> end(ActionPlace place, String path) {
        String at = place.entity();
        List<String> codes = List.of(path.split("\\.", -1));
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            Optional<Field> field = place.catalog().find(at).flatMap(entity -> entity.field(code));
            if (field.isEmpty() || i == codes.size() - 1) {
                return field;
            }
            at = field.get().type().target().orElse("");
        }
        return Optional.empty();
    }

    /** What the list that stands at {@code place} needs. */
    static List<Reference> references(ActionPlace place, JsonNode list) {
        List<Reference> all = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            ActionPlace at = place.at(i);
            one(list.get(i)).ifPresent(each -> {
                if (each instanceof OfField(String path)) {
                    all.addAll(at.needs(JsonNodeFactory.instance.stringNode(path)));
                } else if (each instanceof Role(String code)) {
                    all.add(Reference.to("role", code, at.path() + ".role"));
                }
            });
        }
        return all;
    }

    /** The JSON Schema of one of them. */
    static ObjectNode schema() {
        ObjectNode one =
                JsonNodeFactory.instance.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = one.putObject("properties");
        properties.set(
                "who",
                Parameters.oneOf(List.of(
                        "owner",
                        "supervisor",
                        "creator",
                        "actor",
                        "followers",
                        "field",
                        "member",
                        "group",
                        "department",
                        "head",
                        "role")));
        properties.putObject("field").put("type", "string").put("maxLength", 200);
        properties.putObject("id").put("type", "string").put("maxLength", 36);
        properties.putObject("below").put("type", "boolean");
        properties.set("role", DocumentSchema.code());
        one.putArray("required").add("who");
        return one;
    }
}
