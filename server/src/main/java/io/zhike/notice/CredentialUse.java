package io.zhike.notice;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionSet;
import io.zhike.message.Label;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Which definitions name which credentials.
 *
 * @param byCode what the definitions are called, by the codes of the credentials that they name
 */
record CredentialUse(Map<String, List<Label>> byCode) {

    CredentialUse {
        byCode = Collections.unmodifiableMap(new HashMap<>(byCode));
    }

    static CredentialUse in(DefinitionSet definitions) {
        return definitions.view(CredentialUse.class, CredentialUse::read);
    }

    /** What the definitions are called that name the credential of that code. */
    List<Label> of(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    private static CredentialUse read(DefinitionSet definitions) {
        Map<String, Map<Definition, Label>> all = new HashMap<>();
        for (Definition each : definitions.all()) {
            for (JsonNode named : each.body().findValues(Credentials.NAMING)) {
                if (named.isString()) {
                    all.computeIfAbsent(named.stringValue(), _ -> new LinkedHashMap<>())
                            .put(each, each.label());
                }
            }
        }
        Map<String, List<Label>> byCode = new HashMap<>();
        all.forEach((code, labels) -> byCode.put(code, List.copyOf(labels.values())));
        return new CredentialUse(byCode);
    }
}
