package io.zhike.entity.table;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Definitions;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityError;
import io.zhike.entity.TableNames;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Workspace;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings deleted fields and entities back: as a draft that has them again, exactly as they were, so that the next publish
 * takes up their data. Nothing is real before that, like every other change of a definition.
 */
@Component
final class TrashRestore {
    private static final String KIND = "entity";

    private final Database database;
    private final Definitions definitions;

    TrashRestore(Database database, Definitions definitions) {
        this.database = database;
        this.definitions = definitions;
    }

    /** A draft to publish. */
    record Drafted(String kind, String code, long version) {}

    /**
     * Makes the draft; {@code caller} must be a builder.
     *
     * @throws io.zhike.message.ProblemException {@code unknown-trash} where there is no such deletion; a conflict where
     *     something is in its way
     */
    Drafted restore(Caller caller, UUID id) {
        Workspace workspace = caller.workspace();
        TrashRows rows = new TrashRows(workspace.schema());
        TrashRows.Row row =
                database.read(ctx -> rows.find(ctx, id)).orElseThrow(() -> EntityError.UNKNOWN_TRASH.problem(id));
        DefinitionKey key = new DefinitionKey(KIND, row.entity());
        // Before the document, so that what somebody else saves in between is a conflict and not lost.
        long version = definitions.version(workspace, key);
        Optional<Definition> present = definitions.drafted(workspace).find(key);
        if (database.read(ctx -> latest(rows, row, ctx)).filter(id::equals).isEmpty()) {
            throw (inPlace(row) ? EntityError.TRASH_COVERED.problem(row.label()) : gone(row));
        }
        ObjectNode document = row.field() == null
                ? entity(row, present)
                : withField(workspace, row, key, present.orElseThrow(() -> gone(row)));
        long saved = definitions
                .put(caller, key.kind(), key.code(), document, version == 0 ? null : version)
                .version();
        return new Drafted(key.kind(), key.code(), saved);
    }

    private static RuntimeException gone(TrashRows.Row row) {
        return EntityError.TRASH_OF_GONE.problem(row.label(), row.entity());
    }

    /** Whether the data lies where a publish looks for it: not in the table of an entity that is deleted itself. */
    private static boolean inPlace(TrashRows.Row row) {
        return row.field() == null || row.table().equals(TableNames.table(row.entity()));
    }

    /** The deletion whose data the next publish would take up. */
    private static Optional<UUID> latest(TrashRows rows, TrashRows.Row row, org.jooq.DSLContext ctx) {
        String field = row.field();
        if (field == null) {
            return rows.ofEntity(ctx, row.entity()).map(TrashRows.Row::id);
        }
        FieldShape shape = row.kept().fields().getFirst();
        return rows.ofField(ctx, row.entity(), field, TableNames.table(row.entity())).stream()
                .filter(other -> other.kept().fields().getFirst().holdsLike(shape))
                .map(TrashRows.Row::id)
                .findFirst();
    }

    private static ObjectNode entity(TrashRows.Row row, Optional<Definition> present) {
        ObjectNode document = row.kept().document();
        if (present.isPresent()) {
            throw EntityError.TRASH_IN_THE_WAY.problem(row.label());
        }
        if (document == null) {
            throw EntityError.TRASH_FORGOTTEN.problem(row.label(), row.entity());
        }
        return document.deepCopy();
    }

    private ObjectNode withField(Workspace workspace, TrashRows.Row row, DefinitionKey key, Definition present) {
        ObjectNode document = present.body().deepCopy();
        if (!(document.get("fields") instanceof ArrayNode fields)) {
            throw gone(row);
        }
        if (field(document, row).isPresent()) {
            throw EntityError.TRASH_IN_THE_WAY.problem(row.label());
        }
        fields.add(asItWas(workspace, row, key)
                .orElseThrow(() -> EntityError.TRASH_FORGOTTEN.problem(row.label(), String.valueOf(row.field()))));
        return document;
    }

    /** The field in the last revision whose data has the shape of what is kept. */
    private Optional<JsonNode> asItWas(Workspace workspace, TrashRows.Row row, DefinitionKey key) {
        List<Long> revisions = definitions.revisionsOf(workspace, key);
        Iterator<Long> newestFirst = revisions.iterator();
        Optional<JsonNode> found = Optional.empty();
        while (found.isEmpty() && newestFirst.hasNext()) {
            DefinitionSet then = definitions.at(workspace, newestFirst.next());
            boolean same = EntityCatalog.of(then)
                    .find(row.entity())
                    .flatMap(entity ->
                            entity.field(String.valueOf(row.field())).map(field -> TableShape.of(entity, field)))
                    .filter(shape -> shape.holdsLike(row.kept().fields().getFirst()))
                    .isPresent();
            found = same ? then.find(key).flatMap(definition -> field(definition.body(), row)) : found;
        }
        return found;
    }

    private static Optional<JsonNode> field(ObjectNode document, TrashRows.Row row) {
        return document.path("fields")
                .valueStream()
                .filter(field -> field.path("code").asString("").equals(row.field()))
                .map(JsonNode::deepCopy)
                .findFirst();
    }
}
