package io.zhike.page;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionKind;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Element;
import io.zhike.definition.LoosePart;
import io.zhike.definition.Reference;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.LooseCondition;
import io.zhike.entity.SystemFields;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The kind {@code view}: a list, board, calendar, gallery or gantt of an entity's records that people share. */
@Component
final class ViewKind implements DefinitionKind {
    static final String KIND = "view";
    private static final String ENTITY = "entity";
    private static final LooseCondition CONDITION =
            LooseCondition.over((view, _) -> view.get(ENTITY).asString());

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Label label() {
        return new Label("视图", "view");
    }

    @Override
    public ObjectNode schema() {
        return ViewSchema.schema();
    }

    @Override
    public List<Issue> check(Definition definition, DefinitionSet all) {
        return ViewCheck.of(EntityCatalog.of(all)).issues(View.of(definition));
    }

    @Override
    public List<Reference> references(Definition definition, DefinitionSet all) {
        View view = View.of(definition);
        EntityCatalog catalog = EntityCatalog.of(all);
        DefinitionKey entity = new DefinitionKey(ENTITY, view.entity());
        List<Reference> references = new ArrayList<>();
        references.add(new Reference(entity, null, ENTITY));
        references.addAll(Reference.toRoles(definition.get("roles"), "roles"));
        view.uses().forEach(use -> references.add(new Reference(entity, element(use.path()), use.place())));
        view.where().ifPresent(where -> references.addAll(read(catalog, entity, where, "where")));
        for (int i = 0; i < view.colors().size(); i++) {
            references.addAll(read(catalog, entity, view.colors().get(i).where(), "colors[" + i + "].where"));
        }
        return references;
    }

    /** The fields of {@code entity} that a condition reads; records seen from behind belong to no field of it. */
    private static List<Reference> read(EntityCatalog catalog, DefinitionKey entity, JsonNode where, String place) {
        List<Reference> references = new ArrayList<>();
        ViewCheck.of(catalog)
                .tree(entity.code(), where)
                .ifPresent(expression -> expression.paths().stream()
                        .map(List::getFirst)
                        .filter(first -> catalog.get(entity.code()).field(first).isPresent())
                        .distinct()
                        .forEach(first -> references.add(new Reference(entity, element(first), place))));
        return references;
    }

    /** The field that a path begins with; null for those that every entity has, which no definition holds. */
    private static @Nullable String element(String path) {
        String first = path.split("\\.", 2)[0];
        return SystemFields.ALL.contains(first) ? null : first;
    }

    @Override
    public List<LoosePart> loose() {
        return List.of(
                LoosePart.all(ENTITY),
                LoosePart.of("可见的角色", "roles", "roles[]"),
                LoosePart.of("列", "columns", "columns[]"),
                LoosePart.of("排序", "sort", "sort[]"),
                LoosePart.of("分组", "groups", "group[]"),
                LoosePart.of("快捷筛选", "quick filters", "quick[]"),
                LoosePart.of("合计", "totals", "totals.*"),
                LoosePart.of("卡片字段", "fields on cards", "card[]"),
                LoosePart.of("看板合计", "sum of columns", "sum"),
                LoosePart.of("标题", "title", "title"),
                LoosePart.of("颜色", "colour", "color"),
                LoosePart.of("封面", "cover", "cover"),
                LoosePart.of("进度", "progress", "progress"),
                LoosePart.trimmed("筛选条件", "filter", "where", CONDITION),
                LoosePart.of("颜色规则", "colour rules", "colors[]", ".where"));
    }

    @Override
    public List<Element> elements(Definition definition) {
        View view = View.of(definition);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < view.columns().size(); i++) {
            elements.add(
                    new Element(view.columns().get(i), Label.of(view.columns().get(i)), "columns[" + i + "]"));
        }
        return elements;
    }
}
