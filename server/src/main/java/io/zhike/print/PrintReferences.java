package io.zhike.print;

import io.zhike.definition.DefinitionKey;
import io.zhike.definition.Reference;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.SystemFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a template needs of entities, there or not. */
final class PrintReferences {
    private static final String ENTITY = "entity";

    private PrintReferences() {}

    static List<Reference> of(PrintTemplate template, EntityCatalog catalog) {
        DefinitionKey entity = new DefinitionKey(ENTITY, template.entity());
        Wanted wanted = Wanted.of(template);
        List<Reference> references = new ArrayList<>();
        references.add(new Reference(entity, null, ENTITY));
        wanted.paths().forEach(use -> references.add(new Reference(entity, element(use.what()), use.place())));
        wanted.images().forEach(use -> references.add(new Reference(entity, element(use.what()), use.place())));
        for (PrintNode.Rows rows : wanted.rows()) {
            Optional<DefinitionKey> child =
                    catalog.many(template.entity(), rows.of()).map(many -> new DefinitionKey(ENTITY, many.entity()));
            child.ifPresent(key -> rows.columns()
                    .forEach(column -> references.add(new Reference(key, element(column.path()), column.place()))));
        }
        PrintCheck check = new PrintCheck(catalog);
        sentences(check, entity, wanted.formulas(), "", references);
        sentences(check, entity, wanted.conditions(), ".attrs.when", references);
        return references;
    }

    private static void sentences(
            PrintCheck check, DefinitionKey entity, List<Wanted.Use> uses, String in, List<Reference> into) {
        for (Wanted.Use use : uses) {
            check.fields(entity.code(), use.what())
                    .forEach(field -> into.add(new Reference(entity, element(field), use.place() + in)));
        }
    }

    /** The field that a path begins with; null for those that every entity has, which no definition holds. */
    private static @Nullable String element(String path) {
        String first = path.split("\\.", 2)[0];
        return SystemFields.ALL.contains(first) || !DefinitionKey.isCode(first) ? null : first;
    }
}
