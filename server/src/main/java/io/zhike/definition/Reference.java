package io.zhike.definition;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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

    /** References to the roles that the list {@code roles} at {@code path} names; none where there is no list. */
    public static List<Reference> toRoles(JsonNode roles, String path) {
        return IntStream.range(0, roles.isArray() ? roles.size() : 0)
                .mapToObj(i -> to("role", roles.get(i).stringValue(), path + "[" + i + "]"))
                .toList();
    }
}
