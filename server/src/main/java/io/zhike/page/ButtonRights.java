package io.zhike.page;

import io.zhike.access.EntityGrant;
import io.zhike.access.Grants;
import io.zhike.access.RowScope;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionSet;
import io.zhike.entity.Field;
import io.zhike.entity.FieldPaths;
import io.zhike.expression.Type;
import java.util.Optional;

/**
 * Which buttons are there for a caller: those that a role lets them press, and of which all that they read can be read, and all that they write written. A
 * button of which a part is hidden would tell of it, so it is not there at all.
 */
final class ButtonRights {
    private final Grants grants;
    private final DefinitionSet published;
    private final FieldPaths paths;

    ButtonRights(Grants grants, DefinitionSet published) {
        this.grants = grants;
        this.published = published;
        this.paths = new FieldPaths(grants.catalog(), grants::sees);
    }

    boolean allow(Button button) {
        return grants.on(button.entity()).buttons().allows(button.code()) && reaches(button);
    }

    /** Whether the caller could read and write all that it does, also where no role lets it be pressed. */
    boolean reaches(Button button) {
        EntityGrant own = grants.on(button.entity());
        return own.visible()
                && button.formulas().stream().allMatch(formula -> reads(button.entity(), formula.text()))
                && allow(button, button.action());
    }

    private boolean reads(String entity, String text) {
        return ButtonCheck.tree(grants.catalog(), entity, text)
                .filter(tree -> tree.paths().stream().allMatch(path -> paths.readable(entity, path)))
                .isPresent();
    }

    private boolean allow(Button button, ButtonAction action) {
        EntityGrant own = grants.on(button.entity());
        return switch (action) {
            case ButtonAction.Set set -> !(own.update() instanceof RowScope.None) && writes(own, set);
            case ButtonAction.Create create -> {
                EntityGrant made = grants.on(create.entity());
                yield made.create()
                        && writes(made, create)
                        && create.back().stream().allMatch(made.writable()::contains);
            }
            case ButtonAction.OpenUrl _, ButtonAction.RunRule _ -> true;
            case ButtonAction.OpenRelated(String relation) ->
                own.readable().contains(relation) && leads(button, relation);
            case ButtonAction.OpenView(String view) ->
                published
                        .find(new DefinitionKey(ViewKind.KIND, view))
                        .flatMap(found -> ViewAnswer.shared(View.of(found), grants))
                        .isPresent();
            case ButtonAction.Call(String field) -> own.readable().contains(field);
        };
    }

    private static boolean writes(EntityGrant grant, ButtonAction action) {
        return action.values().stream().allMatch(value -> grant.writable().contains(value.field()));
    }

    private boolean leads(Button button, String relation) {
        Optional<Field> field = grants.catalog().find(button.entity()).flatMap(entity -> entity.field(relation));
        return field.isPresent()
                && field.get().type().valueType() instanceof Type.RecordOf(String target)
                && grants.on(target).visible();
    }
}
