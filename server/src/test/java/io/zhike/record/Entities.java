package io.zhike.record;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionSet;
import io.zhike.entity.EntityCatalog;
import io.zhike.http.JsonFormat;
import java.util.Arrays;
import tools.jackson.databind.node.ObjectNode;

/** Entities from their documents, without a database. */
final class Entities {
    private Entities() {}

    static EntityCatalog catalog(String... documents) {
        return EntityCatalog.of(set(documents));
    }

    static DefinitionSet set(String... documents) {
        return new DefinitionSet(
                1,
                Arrays.stream(documents)
                        .map(document ->
                                Definition.of((ObjectNode) JsonFormat.mapper().readTree(document)))
                        .toList());
    }
}
