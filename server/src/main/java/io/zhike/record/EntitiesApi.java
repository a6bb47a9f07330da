package io.zhike.record;

import io.zhike.access.EntityGrant;
import io.zhike.definition.Definitions;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Trait;
import io.zhike.entity.TraitKind;
import io.zhike.expression.Type;
import io.zhike.http.Page;
import io.zhike.message.Label;
import io.zhike.workspace.Caller;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The entities that the caller sees, with the fields and rights that the caller has on each. */
@RestController
class EntitiesApi {
    private final RecordReader reader;
    private final Definitions definitions;
    private final JsonMapper json;

    EntitiesApi(RecordReader reader, Definitions definitions, JsonMapper json) {
        this.reader = reader;
        this.definitions = definitions;
        this.json = json;
    }

    @GetMapping("/api/v1/entities")
    Page<ObjectNode> all(Caller caller) {
        Lens lens = reader.lens(caller);
        List<ObjectNode> entities = lens.grants().catalog().all().stream()
                .filter(entity -> lens.grant(entity).visible())
                .map(entity -> described(lens, entity))
                .toList();
        return Page.whole(entities);
    }

    /** @param draft whether as the drafts would make it, conditions that are mistaken left out; for builders only */
    @GetMapping("/api/v1/entities/{code}")
    ObjectNode one(Caller caller, @PathVariable String code, @RequestParam(defaultValue = "false") boolean draft) {
        Lens lens = draft ? reader.lens(caller, definitions.drafted(caller)) : reader.lens(caller);
        return described(lens, lens.entity(code));
    }

    private ObjectNode described(Lens lens, EntityDefinition entity) {
        EntityGrant grant = lens.grant(entity);
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("code", entity.code());
        entity.app().ifPresent(app -> node.put("app", app));
        node.set("label", label(entity.label()));
        if (grant.fields().shown().contains(entity.title())) {
            node.put("titleField", entity.title());
        }
        entity.parent().filter(grant.readable()::contains).ifPresent(parent -> node.put("parent", parent));
        LogicJson logic = LogicJson.of(lens, entity);
        ArrayNode fields = node.putArray("fields");
        for (Field field : lens.shown(entity)) {
            ObjectNode described = described(field, grant);
            logic.describe(field, described);
            fields.add(described);
        }
        logic.checks(node, this::label);
        traits(entity, grant, node);
        ObjectNode rights = node.putObject("rights");
        rights.put("create", grant.create());
        rights.put("update", reaches(grant.update()));
        rights.put("delete", reaches(grant.delete()));
        rights.put("import", grant.mayImport());
        rights.put("export", grant.mayExport());
        rights.put("share", grant.mayShare());
        return node;
    }

    /** What the caller may not read plays no role; without one that is required the entity is nothing special. */
    private static void traits(EntityDefinition entity, EntityGrant grant, ObjectNode node) {
        for (Trait trait : entity.traits()) {
            boolean whole = trait.kind().roles().stream()
                    .filter(TraitKind.Role::required)
                    .allMatch(role -> grant.readable().contains(trait.fields().get(role.name())));
            if (whole) {
                ObjectNode roles =
                        node.withObject("/traits").putObject(trait.kind().code());
                trait.fields().forEach((role, field) -> {
                    if (grant.readable().contains(field)) {
                        roles.put(role, field);
                    }
                });
            }
        }
    }

    private static boolean reaches(io.zhike.access.RowScope scope) {
        return !(scope instanceof io.zhike.access.RowScope.None);
    }

    private ObjectNode described(Field field, EntityGrant grant) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        field.type().writeProperties(node);
        node.put("code", field.code());
        node.put("type", field.type().code());
        node.set("label", label(field.label()));
        field.help().ifPresent(help -> node.set("help", label(help)));
        node.put("required", field.required());
        node.put("defaulted", field.initial().isPresent());
        node.put("unique", field.unique());
        boolean masked = grant.masked().contains(field.code());
        if (field.lookalike() && !masked) {
            node.put("lookalike", true);
        }
        if (field.personal()) {
            node.put("personal", true);
        }
        node.put("readonly", !grant.writable().contains(field.code()));
        if (masked) {
            node.put("masked", true);
            node.put("reveals", grant.fields().revealable().contains(field.code()));
        }
        if (grant.writable().contains(field.code())
                && !grant.fields().clearable().contains(field.code())) {
            node.put("keeps", true);
        }
        node.put("system", field.system());
        node.put("searchable", field.searchable() && !masked);
        node.put("valueType", field.type().valueType().code());
        if (field.type().valueType() instanceof Type.ListOf(Type item)) {
            node.put("itemType", item.code());
        }
        return node;
    }

    private ObjectNode label(Label label) {
        return json.valueToTree(label);
    }
}
