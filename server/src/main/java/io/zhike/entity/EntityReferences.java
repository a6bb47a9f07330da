package io.zhike.entity;

import io.zhike.definition.Reference;
import io.zhike.expression.Checked;
import io.zhike.expression.Expressions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that an entity needs of others and of itself: targets of relations, what roll-ups and expressions read. */
final class EntityReferences {
    private static final Expressions LANGUAGE = new Expressions();

    private final EntityDefinition entity;
    private final Map<String, Integer> positions;
    private final Map<String, Integer> checks;
    private final EntityCatalog catalog;
    private final FieldReferences found;

    EntityReferences(EntityParser.Parsed parsed, EntityCatalog catalog) {
        this.entity = parsed.entity();
        this.positions = parsed.positions();
        this.checks = parsed.checks();
        this.catalog = catalog;
        this.found = new FieldReferences(catalog);
    }

    List<Reference> all() {
        positions.forEach((code, position) -> field(entity.fields().get(code), "fields[" + position + "]"));
        entity.checks().forEach(check -> check(check, "checks[" + checks.get(check.code()) + "]"));
        return found.all();
    }

    private void field(Field field, String path) {
        field.type().target().filter(target -> !target.isEmpty()).ifPresent(target -> {
            if (Codes.valid(target)) {
                found.entity(target, path + ".entity");
            }
        });
        field.initial().ifPresent(text -> expression(text, entity.code(), path + ".default"));
        logic(field, path);
        field.type().computation().ifPresent(computation -> {
            switch (computation) {
                case Computation.Formula(String text) -> expression(text, entity.code(), path + ".formula");
                case Computation.Rollup rollup -> rollup(field, rollup, path);
                case Computation.Numbered ignored -> {}
            }
        });
    }

    private void logic(Field field, String path) {
        FieldLogic logic = field.logic();
        logic.shown().ifPresent(text -> expression(text, entity.code(), path + ".shown"));
        logic.requiredWhen().ifPresent(text -> expression(text, entity.code(), path + ".required_when"));
        logic.readonlyWhen().ifPresent(text -> expression(text, entity.code(), path + ".readonly_when"));
        List<Option> options = field.type().options();
        for (int i = 0; i < options.size(); i++) {
            String place = path + ".options[" + i + "].when";
            options.get(i).when().ifPresent(text -> expression(text, entity.code(), place));
        }
    }

    private void check(Check check, String path) {
        expression(check.when(), entity.code(), path + ".when");
        check.field().ifPresent(code -> found.field(entity.code(), code, path + ".field"));
    }

    private void rollup(Field field, Computation.Rollup rollup, String path) {
        Optional<Rollup> known = catalog.rollupsOf(entity.code()).stream()
                .filter(each -> each.field().equals(field.code()))
                .findFirst();
        if (known.isPresent()) {
            String child = known.get().child();
            if (entity.field(rollup.over()).isPresent()) {
                found.field(entity.code(), rollup.over(), path + ".over");
            }
            found.field(child, known.get().parent(), path + ".over");
            rollup.of().ifPresent(of -> found.field(child, of, path + ".of"));
            rollup.where().ifPresent(text -> expression(text, child, path + ".where"));
        }
    }

    private void expression(String text, String of, String path) {
        Checked checked = LANGUAGE.check(text, of, catalog.vocabulary());
        checked.expression().ifPresent(tree -> found.expression(of, tree, path));
    }
}
