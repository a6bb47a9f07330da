package io.zhike.entity;

import io.zhike.expression.Checked;
import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import io.zhike.expression.Type;
import io.zhike.expression.Vocabulary;
import io.zhike.message.Label;
import io.zhike.message.Language;
import java.util.Map;

/** Checks that the default of every field gives what the field takes. */
final class Defaults {
    private static final Expressions LANGUAGE = new Expressions();

    private final Map<String, EntityDefinition> entities;
    private final Vocabulary vocabulary;
    private final CatalogBuilder.Issues issues;

    Defaults(Map<String, EntityDefinition> entities, Relations relations, CatalogBuilder.Issues issues) {
        this.entities = entities;
        this.issues = issues;
        this.vocabulary = new EntityVocabulary(
                entities.values(), relations, (entity, field) -> field.type().valueType());
    }

    void check() {
        for (EntityDefinition entity : entities.values()) {
            for (Field field : entity.fields()) {
                field.initial().ifPresent(text -> check(entity.code(), field, text));
            }
        }
    }

    private void check(String entity, Field field, String text) {
        Checked checked = LANGUAGE.check(text, entity, vocabulary);
        String path = issues.path(entity, field.code(), "default");
        checked.problems().forEach(problem -> issues.add(entity, ExpressionIssues.at(path, problem)));
        checked.expression().ifPresent(tree -> fits(entity, field, tree));
    }

    private void fits(String entity, Field field, Expression tree) {
        if (!takes(field.type().valueType(), tree.type())) {
            issues.add(
                    entity,
                    field.code(),
                    "default",
                    DefinitionText.WRONG_DEFAULT,
                    said(field),
                    tree.type().label());
        } else if (tree instanceof Expression.Literal(String text, Type ignored)
                && !field.type().options().isEmpty()
                && field.type().options().stream().noneMatch(option -> named(option, text))) {
            Label shown = new Label("「" + text + "」", "'" + text + "'");
            issues.add(entity, field.code(), "default", DefinitionText.WRONG_DEFAULT, said(field), shown);
        }
    }

    /** A day will do for a moment (its beginning), one value for a list of such. */
    private static boolean takes(Type wanted, Type given) {
        return given instanceof Type.Blank
                || given.equals(wanted)
                || wanted instanceof Type.DateTime && given instanceof Type.Date
                || wanted instanceof Type.ListOf(Type element)
                        && (takes(element, given) || given instanceof Type.ListOf(Type other) && takes(element, other));
    }

    private static boolean named(Option option, String text) {
        return option.code().equals(text) || option.label().matches(text);
    }

    private static Label said(Field field) {
        return new Label(field.type().describe(Language.ZH), field.type().describe(Language.EN));
    }
}
