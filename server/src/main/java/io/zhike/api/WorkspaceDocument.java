package io.zhike.api;

import io.zhike.access.EntityGrant;
import io.zhike.access.Grants;
import io.zhike.entity.EntityDefinition;
import io.zhike.message.Language;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of one workspace as one caller sees it: what is hidden from the caller is not in it. */
final class WorkspaceDocument {
    private final BaseDocument base;

    WorkspaceDocument(BaseDocument base) {
        this.base = base;
    }

    /** The base document with the paths and schemas of all entities that {@code grants} show. */
    ObjectNode of(Grants grants, Language language) {
        ObjectNode document = base.in(language);
        ObjectNode paths = (ObjectNode) document.path("paths");
        ObjectNode schemas = (ObjectNode) document.path("components").path("schemas");
        ArrayNode tags = (ArrayNode) document.path("tags");
        for (EntityDefinition entity : grants.catalog().all()) {
            EntityGrant grant = grants.on(entity.code());
            if (grant.visible()) {
                EntitySchemas own = new EntitySchemas(entity, grant, language);
                own.into(schemas);
                EntityPaths entityPaths = new EntityPaths(entity, grant, own, language);
                entityPaths.into(paths);
                tags.addObject()
                        .put("name", entityPaths.tag())
                        .put("description", entity.label().in(language));
            }
        }
        return document;
    }
}
