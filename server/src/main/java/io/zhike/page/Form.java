package io.zhike.page;

import io.zhike.definition.Definition;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How the fields of an entity are laid out, as a definition of kind {@code form} says. The form whose code is its entity's is
 * the standard one. Fields that are not in it are not shown in it.
 */
record Form(String code, @Nullable String app, Label label, String entity, List<FormElement> layout) {

    Form {
        layout = List.copyOf(layout);
    }

    /**
     * A part of a form with its place in the document.
     *
     * @param of the document's own JSON
     */
    record Part(JsonNode of, String path, Inside inside) {

        /** What a part is, told by the one property that only it has; empty where it has none of them or several. */
        Optional<String> shape() {
            List<String> found = SHAPES.stream().filter(of::has).toList();
            return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        }

        @Nullable
        String text(String property) {
            return of.path(property).stringValue(null);
        }
    }

    /** Where a part stands: what may hold what depends on it. */
    enum Inside {
        FORM,
        GROUP,
        TABS
    }

    static final String FIELD = "field";
    static final String TEXT = "text";
    static final String DIVIDER = "divider";
    static final String ITEMS = "items";
    static final String TABS = "tabs";
    static final String CODE = "code";
    static final String LABEL = "label";
    static final String SPAN = "span";
    static final Set<String> SHAPES = new LinkedHashSet<>(List.of(FIELD, TEXT, DIVIDER, ITEMS, TABS));

    /** The form that a document without issues is. */
    static Form of(Definition definition) {
        return new Form(
                definition.key().code(),
                definition.app(),
                definition.label(),
                entity(definition),
                elements(definition.get("layout")));
    }

    static String entity(Definition definition) {
        return definition.get("entity").asString();
    }

    /** All parts of a document, a group before what is in it, whether or not they are right. */
    static List<Part> parts(Definition definition) {
        List<Part> parts = new ArrayList<>();
        collect(definition.get("layout"), "layout", Inside.FORM, parts);
        return parts;
    }

    private static void collect(JsonNode list, String path, Inside inside, List<Part> into) {
        for (int i = 0; i < list.size(); i++) {
            JsonNode part = list.get(i);
            String place = path + "[" + i + "]";
            into.add(new Part(part, place, inside));
            collect(part.path(ITEMS), place + "." + ITEMS, Inside.GROUP, into);
            collect(part.path(TABS), place + "." + TABS, Inside.TABS, into);
        }
    }

    private static List<FormElement> elements(JsonNode list) {
        return list.valueStream().map(Form::element).toList();
    }

    private static FormElement element(JsonNode part) {
        String code = part.path(CODE).stringValue("");
        JsonNode width = part.path(SPAN);
        Integer span = width.isInt() ? Integer.valueOf(width.intValue()) : null;
        if (part.has(FIELD)) {
            return new FormElement.Placed(part.path(FIELD).asString(), span);
        }
        if (part.has(TEXT)) {
            return new FormElement.Note(code, label(part.path(TEXT)), span);
        }
        if (part.has(DIVIDER)) {
            return new FormElement.Divider(code, true);
        }
        if (part.has(TABS)) {
            return new FormElement.Tabs(
                    code,
                    part.path(TABS)
                            .valueStream()
                            .map(tab -> new FormElement.Tab(
                                    tab.path(CODE).stringValue(""), label(tab.path(LABEL)), elements(tab.path(ITEMS))))
                            .toList());
        }
        return new FormElement.Section(
                code,
                part.has(LABEL) ? label(part.path(LABEL)) : null,
                part.path("collapsed").booleanValue(false),
                elements(part.path(ITEMS)));
    }

    /** The label that {@code node} is; the schema has seen to it that it is one. */
    static Label label(JsonNode node) {
        String zh = node.path("zh").stringValue("");
        String en = node.path("en").stringValue("");
        return zh.isBlank() && en.isBlank() ? Label.of("-") : new Label(zh, en);
    }

    /** What a part is called in lists of elements. */
    static Label name(Part part) {
        JsonNode said = part.of().has(TEXT) ? part.of().path(TEXT) : part.of().path(LABEL);
        String code = part.text(part.of().has(FIELD) ? FIELD : CODE);
        return said.isObject() ? label(said) : Label.of(code == null ? "-" : code);
    }

    /** Such as {@code field, text, divider, items, tabs}. */
    static String shapes() {
        return String.join(", ", SHAPES);
    }
}
