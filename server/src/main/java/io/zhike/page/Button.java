package io.zhike.page;

import io.zhike.definition.Definition;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A button at the records of an entity, as a definition of kind {@code button} says.
 *
 * @param icon the name of one of the icons that the web knows; empty for none
 * @param tone how much it stands out: one of {@link #TONES}
 * @param order where it stands among the buttons of its entity; the smaller the further to the front
 * @param shown the condition under which it is there; empty for always
 * @param confirm what is asked before it does anything; empty where it acts at once
 * @param actions exactly one in a definition without issues
 */
record Button(
        String code,
        @Nullable String app,
        Label label,
        String entity,
        Optional<String> icon,
        String tone,
        int order,
        Optional<String> shown,
        Optional<Label> confirm,
        List<ButtonAction> actions) {

    static final String USUAL_TONE = "default";
    static final List<String> TONES = List.of(USUAL_TONE, "primary", "danger");

    /** What stands further to the front comes first; the code decides between equals. */
    static final Comparator<Button> ORDER =
            Comparator.comparingInt(Button::order).thenComparing(Button::code);

    Button {
        actions = List.copyOf(actions);
    }

    /** @param place in the document */
    record Formula(String place, String text) {}

    static Button of(Definition definition) {
        return new Button(
                definition.key().code(),
                definition.app(),
                definition.label(),
                definition.get("entity").asString(),
                text(definition.get("icon")),
                text(definition.get("tone")).orElse(USUAL_TONE),
                definition.get("order").asInt(0),
                text(definition.get("shown")),
                label(definition.get("confirm")),
                actions(definition));
    }

    private static List<ButtonAction> actions(Definition definition) {
        List<ButtonAction> actions = new ArrayList<>();
        JsonNode set = definition.get("set");
        if (set.isObject()) {
            actions.add(new ButtonAction.Set(values(set.path("values"))));
        }
        JsonNode create = definition.get("create");
        if (create.isObject()) {
            actions.add(new ButtonAction.Create(
                    create.path("entity").asString(),
                    text(create.path("back")),
                    create.path("at_once").asBoolean(false),
                    values(create.path("values"))));
        }
        JsonNode open = definition.get("open");
        text(open.path("url")).ifPresent(url -> actions.add(new ButtonAction.OpenUrl(url)));
        text(open.path("relation")).ifPresent(relation -> actions.add(new ButtonAction.OpenRelated(relation)));
        text(open.path("view")).ifPresent(view -> actions.add(new ButtonAction.OpenView(view)));
        text(definition.get("run").path("rule")).ifPresent(rule -> actions.add(new ButtonAction.RunRule(rule)));
        text(definition.get("call").path("field")).ifPresent(field -> actions.add(new ButtonAction.Call(field)));
        return actions;
    }

    private static List<ButtonValue> values(JsonNode node) {
        List<ButtonValue> values = new ArrayList<>();
        node.forEach(value -> values.add(new ButtonValue(
                value.path("field").asString(),
                text(value.path("value")),
                value.path("ask").asBoolean(false),
                value.path("required").asBoolean(false))));
        return values;
    }

    private static Optional<Label> label(JsonNode node) {
        return node.isObject() ? Optional.of(Form.label(node)) : Optional.empty();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() && !node.asString().isBlank() ? Optional.of(node.asString()) : Optional.empty();
    }

    /** The action. Only for a button without issues. */
    ButtonAction action() {
        if (actions.size() != 1) {
            throw new IllegalStateException("not one action: " + code);
        }
        return actions.getFirst();
    }

    /** The entity whose fields {@code action} fills in. */
    String filled(ButtonAction action) {
        return action instanceof ButtonAction.Create create ? create.entity() : entity;
    }

    /** All expressions over the record, with their places; those of an address only where its braces match. */
    List<Formula> formulas() {
        List<Formula> formulas = new ArrayList<>();
        shown.ifPresent(text -> formulas.add(new Formula("shown", text)));
        for (ButtonAction action : actions) {
            List<ButtonValue> values = action.values();
            for (int i = 0; i < values.size(); i++) {
                String place = value(action, i) + ".value";
                values.get(i).value().ifPresent(text -> formulas.add(new Formula(place, text)));
            }
            if (action instanceof ButtonAction.OpenUrl(String template)) {
                UrlTemplate.parse(template).map(UrlTemplate::expressions).orElse(List.of()).stream()
                        .map(text -> new Formula("open.url", text))
                        .forEach(formulas::add);
            }
        }
        return formulas;
    }

    /** Where the value of that position stands in the document. */
    static String value(ButtonAction action, int position) {
        return action.code() + ".values[" + position + "]";
    }
}
