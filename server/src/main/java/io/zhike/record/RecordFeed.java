package io.zhike.record;

import io.zhike.entity.Field;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the feed holds of records, for whom they are about. For who may read all of them. */
@Component
public class RecordFeed {
    private final Database database;
    private final SealedValues sealed;

    RecordFeed(Database database, SealedValues sealed) {
        this.sealed = sealed;
        this.database = database;
    }

    /** All changes of a part's records, the oldest first: when, what kind, and the values before and after. */
    public ArrayNode history(Caller caller, PersonalData.Part part) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        database.read(ctx -> ctx.select(ChangeRows.ALL)
                        .from(caller.workspace().schema().table(ChangeRows.TABLE))
                        .where(ChangeRows.RECORD.in(part.ids()))
                        .and(ChangeRows.ENTITY.eq(part.entity().code()))
                        .orderBy(ChangeRows.AT, ChangeRows.ID)
                        .fetch(StoredChange::of))
                .forEach(each -> {
                    Change change = sealed.opened(caller.workspace().schema(), part.entity(), each);
                    ObjectNode node = all.addObject()
                            .put("record", change.record().toString())
                            .put("at", change.at().toString())
                            .put("kind", change.kind().code());
                    node.set("before", known(part, change.before()));
                    node.set("after", known(part, change.after()));
                });
        return all;
    }

    /** Fields that were deleted since are in the trash, not here. */
    private static ObjectNode known(PersonalData.Part part, ObjectNode values) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        part.entity().fields().stream()
                .map(Field::code)
                .filter(values::has)
                .forEach(code -> node.set(code, values.get(code)));
        return node;
    }
}
