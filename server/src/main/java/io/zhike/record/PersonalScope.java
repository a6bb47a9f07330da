package io.zhike.record;

import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Storage;
import io.zhike.store.WorkspaceSchema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Which records belong to one record about a person: itself, the rows of its child tables, and those that point to any of these. */
final class PersonalScope {
    private final DSLContext ctx;
    private final WorkspaceSchema schema;
    private final EntityCatalog catalog;

    PersonalScope(DSLContext ctx, WorkspaceSchema schema, EntityCatalog catalog) {
        this.ctx = ctx;
        this.schema = schema;
        this.catalog = catalog;
    }

    /** The record's own part first, then child tables, then what points to these; those in the recycle bin included. */
    List<PersonalData.Part> of(EntityDefinition entity, UUID record) {
        List<PersonalData.Part> parts = new ArrayList<>();
        Deque<PersonalData.Part> open = new ArrayDeque<>();
        PersonalData.Part own = part(entity, PersonalData.Kind.RECORD, Set.of(record));
        open.add(own);
        while (!open.isEmpty()) {
            PersonalData.Part part = open.remove();
            parts.add(part);
            for (EntityDefinition child : catalog.all()) {
                child.parent()
                        .flatMap(child::field)
                        .filter(field -> pointsTo(field, part.entity()))
                        .map(field -> pointing(child, field, part.ids()))
                        .filter(ids -> !ids.isEmpty())
                        .ifPresent(ids -> open.add(part(child, PersonalData.Kind.CHILD, ids)));
            }
        }
        parts.addAll(related(entity, record, parts));
        return parts;
    }

    private List<PersonalData.Part> related(EntityDefinition entity, UUID record, List<PersonalData.Part> taken) {
        Set<String> own = new HashSet<>();
        taken.forEach(part -> own.add(part.entity().code()));
        List<PersonalData.Part> related = new ArrayList<>();
        for (EntityDefinition other : catalog.all()) {
            Set<UUID> ids = new HashSet<>();
            other.fields().stream()
                    .filter(field -> !own.contains(other.code()) && pointsTo(field, entity))
                    .forEach(field -> ids.addAll(pointing(other, field, List.of(record))));
            if (!ids.isEmpty()) {
                related.add(part(other, PersonalData.Kind.RELATED, ids));
            }
        }
        return related;
    }

    private static boolean pointsTo(Field field, EntityDefinition target) {
        return field.type().target().filter(target.code()::equals).isPresent();
    }

    private Set<UUID> pointing(EntityDefinition from, Field field, Collection<UUID> targets) {
        EntityTable table = EntityTable.of(from, schema);
        return switch (field.type().storage()) {
            case Storage.Column _ ->
                ctx.select(table.id())
                        .from(table.table())
                        .where(DSL.field(DSL.name(field.code()), SQLDataType.UUID)
                                .in(targets))
                        .fetchSet(table.id());
            case Storage.Links _ ->
                table.links().stream()
                        .filter(link -> link.field().code().equals(field.code()))
                        .findFirst()
                        .map(link -> ctx.select(EntityTable.Link.SOURCE)
                                .from(link.table())
                                .where(EntityTable.Link.TARGET.in(targets))
                                .fetchSet(EntityTable.Link.SOURCE))
                        .orElseGet(Set::of);
            case Storage.Parts _, Storage.Children _, Storage.Computed _ -> Set.of();
        };
    }

    private static PersonalData.Part part(EntityDefinition entity, PersonalData.Kind kind, Set<UUID> ids) {
        List<Field> fields = entity.fields().stream()
                .filter(field -> field.personal() && field.writable() && !field.system())
                .toList();
        return new PersonalData.Part(entity, kind, Set.copyOf(ids), fields);
    }
}
