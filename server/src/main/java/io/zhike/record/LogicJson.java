package io.zhike.record;

import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.FormLogic;
import io.zhike.entity.Many;
import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import io.zhike.expression.Type;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The logic of an entity as checked trees, for forms that follow it while somebody types. A condition that reads anything
 * that the caller may not read is left out; the gate in holds to it all the same.
 */
final class LogicJson {
    private static final Expressions LANGUAGE = new Expressions();

    private final Lens lens;
    private final EntityDefinition entity;
    private final FormLogic logic;

    LogicJson(Lens lens, EntityDefinition entity) {
        this.lens = lens;
        this.entity = entity;
        this.logic = catalog().logic(entity.code());
    }

    private EntityCatalog catalog() {
        return lens.grants().catalog();
    }

    /** The conditions of a field, of its options, its default, and its formula. */
    void describe(Field field, ObjectNode node) {
        String code = field.code();
        put(node, "shown", logic.shown(code).map(FormLogic.Condition::expression));
        put(node, "requiredWhen", logic.requiredWhen(code).map(FormLogic.Condition::expression));
        put(node, "readonlyWhen", logic.readonlyWhen(code).map(FormLogic.Condition::expression));
        put(
                node,
                "defaultTree",
                Optional.ofNullable(catalog().initial(entity.code()).get(code)));
        put(node, "formulaTree", catalog().formula(entity.code(), code));
        logic.options(code)
                .forEach((option, condition) -> node.path("options")
                        .valueStream()
                        .filter(each -> each.path("code").asString().equals(option))
                        .forEach(each -> put((ObjectNode) each, "when", Optional.of(condition.expression()))));
    }

    /** The checks, in their order. */
    void checks(ObjectNode node, java.util.function.Function<io.zhike.message.Label, JsonNode> label) {
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
                    .filter(lens.grant(entity).readable()::contains)
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
            if (!lens.grants().sees(here, code)) {
                return false;
            }
            Optional<String> next = catalog().many(here, code).map(Many::entity).or(() -> target(here, code));
            if (next.isEmpty()) {
                return true;
            }
            at = next.get();
        }
        return true;
    }

    private Optional<String> target(String at, String code) {
        return catalog()
                .find(at)
                .flatMap(found -> found.field(code))
                .flatMap(field -> field.type().valueType() instanceof Type.RecordOf(String target)
                        ? Optional.of(target)
                        : Optional.empty());
    }
}
