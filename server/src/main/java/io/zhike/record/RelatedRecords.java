package io.zhike.record;

import io.zhike.access.Grants;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Many;
import io.zhike.entity.SystemFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The records that belong to others, whoever asks: for the system at work. */
@Component
public class RelatedRecords {

    /**
     * The living records that {@code code} stands for, by the record of {@code entity} they belong to, in the order in which
     * they were made. One statement.
     *
     * @param code a name of {@link Many}; nothing where there is none
     * @param most how many are read in all
     */
    public Map<UUID, List<UUID>> of(
            DSLContext ctx, Grants grants, EntityDefinition entity, String code, Collection<UUID> ids, int most) {
        Map<UUID, List<UUID>> found = new LinkedHashMap<>();
        grants.catalog()
                .many(entity.code(), code)
                .ifPresent(many -> ctx.fetch(pairs(grants, entity, many, ids, most))
                        .forEach(row -> found.computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                                .add(row.value2())));
        return found;
    }

    private static Select<Record2<UUID, UUID>> pairs(
            Grants grants, EntityDefinition entity, Many many, Collection<UUID> ids, int most) {
        EntityTable theirs = EntityTable.of(grants.catalog().get(many.entity()), grants.schema());
        Condition living = DSL.field(DSL.name(SystemFields.DELETED_AT)).isNull();
        return switch (many.way()) {
            case Many.Way.PointHere(String field) -> {
                Field<UUID> owner = theirs.column(field, SQLDataType.UUID);
                yield DSL.select(owner, theirs.id())
                        .from(theirs.table())
                        .where(owner.in(ids), living)
                        .orderBy(theirs.id())
                        .limit(most);
            }
            case Many.Way.LinkHere(String field) -> {
                Table<?> links = grants.schema().table(many.entity() + "__" + field);
                yield linked(theirs, links, EntityTable.Link.TARGET, EntityTable.Link.SOURCE, ids, most);
            }
            case Many.Way.LinkedFromHere(String field) -> {
                Table<?> links = grants.schema().table(entity.code() + "__" + field);
                yield linked(theirs, links, EntityTable.Link.SOURCE, EntityTable.Link.TARGET, ids, most);
            }
        };
    }

    private static Select<Record2<UUID, UUID>> linked(
            EntityTable theirs, Table<?> links, Field<UUID> here, Field<UUID> there, Collection<UUID> ids, int most) {
        return DSL.select(here, there)
                .from(links)
                .join(theirs.table())
                .on(theirs.id().eq(there))
                .where(here.in(ids))
                .and(DSL.field(DSL.name(SystemFields.DELETED_AT)).isNull())
                .orderBy(there)
                .limit(most);
    }
}
