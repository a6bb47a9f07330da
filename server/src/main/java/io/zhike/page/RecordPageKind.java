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
import io.zhike.page.RecordLayoutReader.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The kind {@code record_page}: what the page of a record shows, and where. */
@Component
final class RecordPageKind implements DefinitionKind {
    static final String KIND = "record_page";
    private static final String ENTITY = "entity";
    private static final Set<String> COMMON = Set.of("code", "type", "label", "shown");

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Label label() {
        return new Label("记录页面", "record page");
    }

    @Override
    public List<DefinitionKey> partOf(Definition definition) {
        return List.of(new DefinitionKey(ENTITY, definition.get(ENTITY).asString("")));
    }

    @Override
    public ObjectNode schema() {
        return RecordPageSchema.schema();
    }

    @Override
    public List<Issue> check(Definition definition, DefinitionSet all) {
        List<Issue> issues = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Part part : RecordLayoutReader.parts(definition)) {
            String code = String.valueOf(part.text("code"));
            if (!codes.add(code)) {
                issues.add(Issue.at(part.path() + ".code", RecordPageIssue.CODE_TWICE, code));
            }
            Optional.ofNullable(part.text("type"))
                    .flatMap(BlockType::find)
                    .ifPresent(type -> properties(part, type, issues));
        }
        RecordLayout page = RecordLayoutReader.read(definition);
        if (page.usual() && !page.roles().isEmpty()) {
            issues.add(Issue.at("roles", RecordPageIssue.ROLES_OF_USUAL));
        }
        if (!page.usual() && page.roles().isEmpty()) {
            issues.add(Issue.at("roles", RecordPageIssue.FOR_NOBODY));
        }
        RecordPageCheck.of(all).issues(page).stream()
                .filter(issue -> !told(issue))
                .forEach(issues::add);
        return issues;
    }

    /** A field or an entity that is not there is told of as a reference that leads nowhere. */
    private static boolean told(Issue issue) {
        return issue.message().code() == ViewIssue.NO_SUCH_ENTITY
                || issue.message().code() == ViewIssue.NO_SUCH_FIELD
                        && !issue.path().endsWith(".where")
                        && !issue.path().endsWith(".shown");
    }

    private static void properties(Part part, BlockType type, List<Issue> issues) {
        for (String property : part.of().propertyNames()) {
            if (!COMMON.contains(property) && !type.own().contains(property)) {
                issues.add(
                        Issue.at(part.path() + "." + property, RecordPageIssue.NOT_FOR_BLOCK, type.label(), property));
            }
        }
        for (String property : type.needed()) {
            if (!part.of().has(property)) {
                issues.add(Issue.at(part.path(), RecordPageIssue.BLOCK_NEEDS, type.label(), property));
            }
        }
    }

    @Override
    public List<Reference> references(Definition definition, DefinitionSet all) {
        RecordLayout page = RecordLayoutReader.read(definition);
        RecordPageCheck check = RecordPageCheck.of(all);
        List<Reference> references = new ArrayList<>();
        references.add(Reference.to(ENTITY, page.entity(), ENTITY));
        references.addAll(Reference.toRoles(definition.get("roles"), "roles"));
        EntityCatalog catalog = EntityCatalog.of(all);
        page.uses().forEach(use -> refer(page.entity(), use, check, catalog, references));
        return references.stream().distinct().toList();
    }

    private static void refer(
            String entity, PageUse use, RecordPageCheck check, EntityCatalog catalog, List<Reference> into) {
        switch (use) {
            case PageUse.OfEntity(String place, String code) -> {
                if (!code.isEmpty()) {
                    into.add(Reference.to(ENTITY, code, place));
                }
            }
            case PageUse.OfField(String place, String of, String path, FieldNeed _) -> {
                if (catalog.find(of).isPresent()) {
                    field(of, path.split("\\.", 2)[0], place, into);
                }
            }
            case PageUse.OfRelation(String place, String of, String field) -> {
                if (catalog.find(of).isPresent() && !field.isEmpty()) {
                    field(of, field, place, into);
                }
            }
            case PageUse.OfForm(String place, String form) -> into.add(Reference.to(FormKind.KIND, form, place));
            case PageUse.OfCondition(String place, String of, JsonNode where) ->
                reads(of, where, place, check, catalog, into);
            case PageUse.OfShown(String place, JsonNode condition) ->
                reads(entity, condition, place, check, catalog, into);
            case PageUse.OfValue(String place, String text) ->
                reads(entity, RecordPageCheck.text(text), place, check, catalog, into);
            case PageUse.OfBound(String place, String _, String text) ->
                reads(entity, RecordPageCheck.text(text), place, check, catalog, into);
        }
    }

    private static void reads(
            String entity,
            JsonNode text,
            String place,
            RecordPageCheck check,
            EntityCatalog catalog,
            List<Reference> into) {
        if (catalog.find(entity).isPresent()) {
            check.tree(entity, text)
                    .ifPresent(tree -> catalog.reads(entity, tree)
                            .forEach(read -> field(read.entity(), read.field(), place, into)));
        }
    }

    private static void field(String entity, String field, String place, List<Reference> into) {
        if (!SystemFields.ALL.contains(field)) {
            into.add(new Reference(new DefinitionKey(ENTITY, entity), field, place));
        }
    }

    @Override
    public List<LoosePart> loose() {
        LoosePart.Trim shown = LooseCondition.over((page, _) -> page.get(ENTITY).asString());
        LoosePart.Trim where = LooseCondition.over(
                (page, place) -> page.at(place.replaceFirst("where$", ENTITY)).asString());
        return List.of(
                LoosePart.all(ENTITY),
                LoosePart.of("可用的角色", "roles", "roles[]"),
                LoosePart.of("标题旁的字段", "fields beside the title", "header[]"),
                LoosePart.of("字段", "fields", "**.fields[]"),
                LoosePart.of("表单布局", "form", "**.form"),
                LoosePart.of("列", "columns", "**.columns[]"),
                LoosePart.of("排序", "sort", "**.sort[]"),
                LoosePart.trimmed("筛选条件", "filter", "**.where", where),
                LoosePart.trimmed("显示条件", "condition", "**.shown", shown),
                LoosePart.of("指标的颜色", "colours of figures", "**.figures[].colors[]", ".than"),
                LoosePart.of("指标", "figures", "**.figures[]", ".value"),
                LoosePart.of("关联列表", "related list", "**.blocks[]", ".entity"),
                LoosePart.of("关联列表", "related list", "**.blocks[]", ".relation"),
                LoosePart.of("关联列表", "related list", "top[]", ".entity"),
                LoosePart.of("关联列表", "related list", "top[]", ".relation"),
                LoosePart.of("关联列表", "related list", "main[]", ".entity"),
                LoosePart.of("关联列表", "related list", "main[]", ".relation"),
                LoosePart.of("关联列表", "related list", "side[]", ".entity"),
                LoosePart.of("关联列表", "related list", "side[]", ".relation"));
    }

    @Override
    public List<Element> elements(Definition definition) {
        List<Element> elements = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Part part : RecordLayoutReader.parts(definition)) {
            String code = part.text("code");
            if (code != null && seen.add(code)) {
                elements.add(new Element(code, name(part, code), part.path()));
            }
        }
        return elements;
    }

    private static Label name(Part part, String code) {
        return part.of().path("label").isObject()
                ? Form.label(part.of().path("label"))
                : Optional.ofNullable(part.text("type"))
                        .flatMap(BlockType::find)
                        .map(BlockType::label)
                        .orElse(Label.of(code));
    }
}
