package io.zhike.definition;

import io.zhike.expression.Expressions;
import io.zhike.message.Label;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * An app under other codes: all that belongs to it has its own code with one number behind, and what it says of itself says
 * those codes, in expressions too. What it says of other apps stays, so that a copy shares their records.
 */
final class AppCopy {
    private static final int LONGEST = 40;

    private final DefinitionKinds kinds;
    private final DefinitionSet present;
    private final AppPackage original;
    private final Map<DefinitionKey, String> codes = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private AppCopy(DefinitionKinds kinds, DefinitionSet present, AppPackage original, String suffix) {
        this.kinds = kinds;
        this.present = present;
        this.original = original;
        Map<String, String> copies = new HashMap<>();
        for (Definition each : original.all()) {
            String code = each.key().code();
            // By the code alone, since a form and its entity are called the same.
            String copied = copies.computeIfAbsent(code, all -> numbered(all, suffix, Set.copyOf(copies.values())));
            codes.put(each.key(), copied);
            for (String name : kinds.get(each.key().kind()).spokenNames(each)) {
                names.put(name, copied + name.substring(code.length()));
            }
        }
    }

    /** The code with a number behind it, cut where it would be too long, and further where another was cut to the same. */
    private static String numbered(String code, String suffix, Set<String> taken) {
        for (int room = Math.min(code.length(), LONGEST - suffix.length()); ; room--) {
            String numbered = code.substring(0, room).replaceAll("_+$", "") + suffix;
            if (!taken.contains(numbered)) {
                return numbered;
            }
        }
    }

    /**
     * The copy with the smallest number that leaves all codes free.
     *
     * @param taken what is there or drafted
     */
    static AppPackage of(
            DefinitionKinds kinds,
            DefinitionSet present,
            AppPackage original,
            Label label,
            Predicate<DefinitionKey> taken) {
        for (int number = 2; ; number++) {
            AppCopy copy = new AppCopy(kinds, present, original, "_" + number);
            if (copy.codes.entrySet().stream()
                    .noneMatch(
                            each -> taken.test(new DefinitionKey(each.getKey().kind(), each.getValue())))) {
                return copy.made(label);
            }
        }
    }

    private AppPackage made(Label label) {
        ObjectNode app = renamed(original.app());
        app.set("label", JsonMapper.shared().valueToTree(label));
        List<Definition> others = original.definitions().stream()
                .map(each -> Definition.of(renamed(each)))
                .toList();
        return new AppPackage(Definition.of(app), others, List.of());
    }

    private ObjectNode renamed(Definition definition) {
        ObjectNode body = inNames(definition.body());
        body.put("code", code(definition.key())).put("app", code(original.app().key()));
        kinds.get(definition.key().kind()).references(definition, present).stream()
                .filter(reference -> reference.element() == null && codes.containsKey(reference.to()))
                // Those in names of properties last, since the paths of others lead through them.
                .sorted(Comparator.comparing(
                        reference -> DocumentPath.read(body, reference.path()).isContainer()))
                .forEach(reference -> DocumentPath.rename(
                        body, reference.path(), reference.to().code(), code(reference.to())));
        return body;
    }

    private String code(DefinitionKey key) {
        return codes.getOrDefault(key, key.code());
    }

    /** A document that says the new names wherever it says the old ones: alone, in expressions and in trees of them. */
    private ObjectNode inNames(ObjectNode document) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        document.properties().forEach(each -> all.set(each.getKey(), said(each.getValue())));
        return all;
    }

    private JsonNode said(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> inNames(object);
            case ArrayNode array -> {
                ArrayNode all = JsonNodeFactory.instance.arrayNode();
                array.forEach(each -> all.add(said(each)));
                yield all;
            }
            case StringNode text -> JsonNodeFactory.instance.stringNode(inText(text.stringValue()));
            default -> node;
        };
    }

    private String inText(String text) {
        String whole = names.get(text);
        UnaryOperator<String> name = each -> names.getOrDefault(each, each);
        return whole == null ? Expressions.withNames(text, name) : whole;
    }
}
