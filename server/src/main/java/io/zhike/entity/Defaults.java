package io.zhike.entity;

import io.zhike.expression.Checked;
import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import io.zhike.expression.Vocabulary;
import io.zhike.message.Label;
import io.zhike.message.Language;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Checks that the default of every field gives what the field takes, and keeps the checked expressions. */
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

    /** By entity and then by field, in the order of the fields; entities without defaults are not in it. */
    Map<String, Map<String, Expression>> all() {
        Map<String, Map<String, Expression>> all = new LinkedHashMap<>();
        for (EntityDefinition entity : entities.values()) {
            Map<String, Expression> byField = new LinkedHashMap<>();
            for (Field field : entity.fields()) {
                field.initial()
                        .flatMap(text -> check(entity.code(), field, text))
                        .ifPresent(tree -> byField.put(field.code(), tree));
            }
            if (!byField.isEmpty()) {
                all.put(entity.code(), Collections.unmodifiableMap(byField));
            }
        }
        return all;
    }

    private Optional<Expression> check(String entity, Field field, String text) {
        Checked checked = LANGUAGE.check(text, entity, vocabulary);
        String path = issues.path(entity, field.code(), "default");
        checked.problems().forEach(problem -> issues.add(entity, ExpressionIssues.at(path, problem)));
        checked.expression().ifPresent(tree -> fits(entity, field, tree));
        return checked.expression();
    }

    private void fits(String entity, Field field, Expression tree) {
        FieldFit.misfit(field, tree)
                .ifPresent(given ->
                        issues.add(entity, field.code(), "default", DefinitionText.WRONG_DEFAULT, said(field), given));
    }

    private static Label said(Field field) {
        return new Label(field.type().describe(Language.ZH), field.type().describe(Language.EN));
    }
}
