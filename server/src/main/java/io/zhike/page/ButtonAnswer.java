package io.zhike.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.entity.EntityCatalog;
import io.zhike.expression.Expressions;
import io.zhike.expression.TextTemplate;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A button as the browser shows it.
 *
 * @param shown the condition as the tree that the browser evaluates; null for always
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ButtonAnswer(
        String code,
        @Nullable String app,
        Label label,
        String entity,
        @Nullable String icon,
        String tone,
        @Nullable JsonNode shown,
        @Nullable Label confirm,
        Action action) {
    private static final Expressions LANGUAGE = new Expressions();

    /**
     * What it does; only what belongs to its type is there.
     *
     * @param ask what the person is asked for before
     * @param computed the fields that it fills in by itself
     * @param entity of which a record is made
     * @param url the parts of an address, in their order
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Action(
            String type,
            @Nullable List<Asked> ask,
            @Nullable List<String> computed,
            @Nullable String entity,
            @Nullable Boolean atOnce,
            @Nullable List<Part> url,
            @Nullable String relation,
            @Nullable String view,
            @Nullable String viewEntity,
            @Nullable String field) {}

    record Asked(String field, boolean required) {}

    /** Either a text or the tree of an expression. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(@Nullable String text, @Nullable JsonNode tree) {}

    /** @param viewEntity the entity of the view that the button opens; null where it opens none */
    static ButtonAnswer of(Button button, EntityCatalog catalog, @Nullable String viewEntity) {
        return new ButtonAnswer(
                button.code(),
                button.app(),
                button.label(),
                button.entity(),
                button.icon().orElse(null),
                button.tone(),
                button.shown().map(text -> json(catalog, button, text)).orElse(null),
                button.confirm().orElse(null),
                action(button, catalog, viewEntity));
    }

    private static Action action(Button button, EntityCatalog catalog, @Nullable String viewEntity) {
        ButtonAction action = button.action();
        String type = action.code();
        return switch (action) {
            case ButtonAction.Set _ ->
                new Action(type, asked(action), computed(action), null, null, null, null, null, null, null);
            case ButtonAction.Create create ->
                new Action(
                        type,
                        asked(action),
                        computed(action),
                        create.entity(),
                        create.atOnce(),
                        null,
                        null,
                        null,
                        null,
                        null);
            case ButtonAction.RunRule _ -> new Action(type, null, null, null, null, null, null, null, null, null);
            case ButtonAction.OpenUrl(String template) ->
                new Action(type, null, null, null, null, parts(button, catalog, template), null, null, null, null);
            case ButtonAction.OpenRelated(String relation) ->
                new Action(type, null, null, null, null, null, relation, null, null, null);
            case ButtonAction.OpenView(String view) ->
                new Action(type, null, null, null, null, null, null, view, viewEntity, null);
            case ButtonAction.Call(String field) ->
                new Action(type, null, null, null, null, null, null, null, null, field);
        };
    }

    private static List<Asked> asked(ButtonAction action) {
        return action.values().stream()
                .filter(ButtonValue::ask)
                .map(value -> new Asked(value.field(), value.required()))
                .toList();
    }

    private static List<String> computed(ButtonAction action) {
        return action.values().stream()
                .filter(value -> !value.ask())
                .map(ButtonValue::field)
                .toList();
    }

    private static List<Part> parts(Button button, EntityCatalog catalog, String template) {
        List<Part> parts = new ArrayList<>();
        UrlTemplate.parse(template)
                .orElseThrow()
                .template()
                .parts()
                .forEach(part -> parts.add(
                        switch (part) {
                            case TextTemplate.Part.Text(String text) -> new Part(text, null);
                            case TextTemplate.Part.Value(String expression) ->
                                new Part(null, json(catalog, button, expression));
                        }));
        return parts;
    }

    private static JsonNode json(EntityCatalog catalog, Button button, String text) {
        return LANGUAGE.toJson(ButtonCheck.tree(catalog, button.entity(), text).orElseThrow());
    }
}
