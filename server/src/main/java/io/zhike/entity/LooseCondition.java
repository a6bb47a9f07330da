package io.zhike.entity;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.Gone;
import io.zhike.definition.LoosePart;
import io.zhike.definition.Reference;
import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** A condition, as text or as its tree, that stays without those of its parts that read what is gone. */
public final class LooseCondition implements LoosePart.Trim {
    private static final Expressions LANGUAGE = new Expressions();
    private static final List<String> LISTS = List.of("all", "any");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final BiFunction<Definition, String, String> entity;

    private LooseCondition(BiFunction<Definition, String, String> entity) {
        this.entity = entity;
    }

    /** @param entity the records that a condition of a document, at a place, is about */
    public static LooseCondition over(BiFunction<Definition, String, String> entity) {
        return new LooseCondition(entity);
    }

    @Override
    public Optional<JsonNode> without(JsonNode part, String place, Definition document, Gone gone) {
        return new Reading(entity.apply(document, place), EntityCatalog.of(gone.before()), gone).without(part);
    }

    private record Reading(String entity, EntityCatalog catalog, Gone gone) {

        Optional<JsonNode> without(JsonNode condition) {
            return condition.isString() ? ofText(condition.asString()) : ofTree(condition);
        }

        private Optional<JsonNode> ofText(String text) {
            List<String> left = new ArrayList<>();
            for (String each : Expressions.conjuncts(text)) {
                Optional<Expression> tree =
                        LANGUAGE.check(each, entity, catalog.vocabulary()).expression();
                if (tree.isEmpty()) {
                    return Optional.empty();
                }
                if (!reads(tree.get())) {
                    left.add(each);
                }
            }
            return Optional.of(
                    left.isEmpty() ? MissingNode.getInstance() : JSON.stringNode(String.join(" AND ", left)));
        }

        private Optional<JsonNode> ofTree(JsonNode tree) {
            for (String list : LISTS) {
                if (tree.path(list).isArray()) {
                    return ofList((ObjectNode) tree, list);
                }
            }
            return LANGUAGE.check(tree, entity, catalog.vocabulary())
                    .expression()
                    .map(found -> reads(found) ? MissingNode.getInstance() : tree);
        }

        private Optional<JsonNode> ofList(ObjectNode tree, String name) {
            ArrayNode left = JSON.arrayNode();
            for (JsonNode item : tree.path(name)) {
                Optional<JsonNode> rest = ofTree(item);
                if (rest.isEmpty()) {
                    return Optional.empty();
                }
                rest.filter(node -> !node.isMissingNode()).ifPresent(left::add);
            }
            ObjectNode whole = tree.deepCopy();
            whole.set(name, left);
            return Optional.of(left.isEmpty() && !tree.path(name).isEmpty() ? MissingNode.getInstance() : whole);
        }

        private boolean reads(Expression tree) {
            return catalog.reads(entity, tree).stream()
                    .anyMatch(read -> gone.includes(
                            new Reference(new DefinitionKey(EntityKind.KIND, read.entity()), read.field(), "")));
        }
    }
}
