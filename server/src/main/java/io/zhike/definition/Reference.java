package io.zhike.definition;

import org.jspecify.annotations.Nullable;

/**
 * That one definition needs another, or an element of it.
 *
 * @param element the code of the {@link Element} that is needed; null for the definition as such
 * @param path where the reference stands in the document that makes it, such as {@code fields[3].entity}
 */
public record Reference(DefinitionKey to, @Nullable String element, String path) {

    /** Reference to a whole definition. */
    public static Reference to(String kind, String code, String path) {
        return new Reference(new DefinitionKey(kind, code), null, path);
    }
}
