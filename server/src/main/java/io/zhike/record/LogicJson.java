package io.zhike.record;

import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.FormLogic;
import io.zhike.entity.Many;
import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import io.zhike.expression.Type;
import io.zhike.message.Label;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The logic of an entity as checked trees, for forms that follow it while somebody types. A condition that reads anything
 * that whoever fills the form in may not know of is left out; the gate in holds to it all the same.
 */
public final class LogicJson {
    private static final Expressions LANGUAGE = new Expressions();

    private final EntityCatalog catalog;
    private final EntityDefinition entity;
    private final FormLogic logic;
    private final BiPredicate<String, String> sees;

    /** @param sees whether a name of an entity, both as codes, may be known */
    private LogicJson(EntityCatalog catalog, EntityDefinition entity, BiPredicate<String, String> sees) {
        this.catalog = catalog;
        this.entity = entity;
        this.logic = catalog.logic(entity.code());
        this.sees = sees;
    }

    /** As one caller may know it. */
    static LogicJson of(Lens lens, EntityDefinition entity) {
        return new LogicJson(lens.grants().catalog(), entity, lens.grants()::sees);
    }

    /** For those who know of {@code fields} of {@code entity} and of nothing else, such as strangers. */
    public static LogicJson within(EntityCatalog catalog, EntityDefinition entity, Set<String> fields) {
        return new LogicJson(catalog, entity, (at, code) -> at.equals(entity.code()) && fields.contains(code));
    }

    /** Puts the conditions of a field, of its options, its default, and its formula, beside its other properties. */
    public void describe(Field field, ObjectNode node) {
        String code = field.code();
        put(node, "shown", logic.shown(code).map(FormLogic.Condition::expression));
        put(node, "requiredWhen", logic.requiredWhen(code).map(FormLogic.Condition::expression));
        put(node, "readonlyWhen", logic.readonlyWhen(code).map(FormLogic.Condition::expression));
        put(
                node,
                "defaultTree",
                Optional.ofNullable(catalog.initial(entity.code()).get(code)));
        put(node, "formulaTree", catalog.formula(entity.code(), code));
        logic.options(code)
                .forEach((option, condition) -> node.path("options")
                        .valueStream()
                        .filter(each -> each.path("code").asString().equals(option))
                        .forEach(each -> put((ObjectNode) each, "when", Optional.of(condition.expression()))));
    }

    /** Puts the checks, in their order, beside the fields; nothing where the entity has none. */
    public void checks(ObjectNode node, Function<Label, JsonNode> label) {
        if (logic.checks().isEmpty()) {
            return;
        }
        ArrayNode checks = node.putArray("checks");
        for (FormLogic.Rule rule : logic.checks()) {
            if (!readable(rule.condition().expression())) {
                continue;
            }
            ObjectNode json = checks.addObject().put("code", rule.check().code());
            json.set("when", LANGUAGE.toJson(rule.condition().expression()));
            json.set("message", label.apply(rule.check().message()));
            rule.check()
                    .field()
                    .filter(field -> sees.test(entity.code(), field))
                    .ifPresent(field -> json.put("field", field));
            ArrayNode needs = json.putArray("needs");
            rule.needs().stream().sorted().forEach(needs::add);
        }
    }

    private void put(ObjectNode node, String property, Optional<Expression> expression) {
        expression.filter(this::readable).ifPresent(tree -> node.set(property, LANGUAGE.toJson(tree)));
    }

    private boolean readable(Expression expression) {
        return expression.paths().stream().allMatch(this::readable);
    }

    /** What is known of members and departments is nobody's secret. */
    private boolean readable(List<String> path) {
        String at = entity.code();
        for (String code : path) {
            String here = at;
            if (!sees.test(here, code)) {
                return false;
            }
            Optional<String> next = catalog.many(here, code).map(Many::entity).or(() -> target(here, code));
            if (next.isEmpty()) {
                return true;
            }
            at = next.get();
        }
        return true;
    }

    private Optional<String> target(String at, String code) {
        return catalog.find(at)
                .flatMap(found -> found.field(code))
                .flatMap(field -> field.type().valueType() instanceof Type.RecordOf(String target)
                        ? Optional.of(target)
                        : Optional.empty());
    }
}
