package io.zhike.definition;

import io.zhike.message.Label;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One document, with the three things that are needed of every kind read out of it. Immutable: the body is copied on its
 * way in and on its way out, so read it once and keep what was made of it (see {@link DefinitionSet#view}).
 *
 * @param app the code of the app it belongs to; null for what belongs to none
 * @param body the whole document, {@code kind}, {@code code}, {@code app} and {@code label} included
 */
public record Definition(DefinitionKey key, @Nullable String app, ObjectNode body) {

    public Definition {
        body = body.deepCopy();
        require(body, "kind", key.kind());
        require(body, "code", key.code());
        if (app == null) {
            body.remove("app");
        } else {
            require(body, "app", app);
        }
    }

    /**
     * The definition that {@code body} is.
     *
     * @throws IllegalArgumentException where {@code kind}, {@code code} or {@code app} is missing or no code
     */
    public static Definition of(ObjectNode body) {
        DefinitionKey key = new DefinitionKey(text(body, "kind"), text(body, "code"));
        JsonNode app = body.path("app");
        return new Definition(key, app.isString() ? app.stringValue() : null, body);
    }

    /** A copy of the whole document. */
    @Override
    public ObjectNode body() {
        return body.deepCopy();
    }

    /** What people call it; its code where the document has no label. */
    public Label label() {
        return Labels.read(body.path("label"), key.code());
    }

    /** The value at the top of the document, a copy; a missing node where there is none. */
    public JsonNode get(String property) {
        return body.path(property).deepCopy();
    }

    /** What stands at a place such as {@code main[2].entity}, a copy; a missing node where nothing does. */
    public JsonNode at(String place) {
        return DocumentPath.read(body, place).deepCopy();
    }

    /** Whether the documents are the same, whatever the order of their properties. */
    boolean says(Definition other) {
        return body.equals(other.body);
    }

    private static String text(ObjectNode body, String property) {
        JsonNode value = body.path(property);
        if (!value.isString()) {
            throw new IllegalArgumentException("a definition needs the text '" + property + "'");
        }
        return value.stringValue();
    }

    private static void require(ObjectNode body, String property, String value) {
        if (!value.equals(body.path(property).stringValue(null))) {
            throw new IllegalArgumentException(
                    "the document's '" + property + "' is " + body.path(property) + ", not '" + value + "'");
        }
    }
}
