package io.zhike.entity.table;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionSet;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.EntityDescription;
import io.zhike.entity.EntityError;
import io.zhike.entity.Field;
import io.zhike.entity.FieldType;
import io.zhike.entity.TableNames;
import io.zhike.entity.ValueContext;
import io.zhike.entity.table.TableDiff.Change;
import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.store.WorkspaceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import tools.jackson.databind.node.ObjectNode;

/** Makes the plan: the differences of two sets of entities, with what the data say to each. Reads, changes nothing. */
final class Planner {
    private final DSLContext ctx;
    private final ValueContext values;
    private final TableFacts facts;
    private final TrashRows trash;
    private final List<EntityStep> steps = new ArrayList<>();

    Planner(DSLContext ctx, WorkspaceSchema schema, ValueContext values) {
        this.ctx = ctx;
        this.values = values;
        this.facts = new TableFacts(ctx, schema);
        this.trash = new TrashRows(schema);
    }

    List<EntityStep> plan(DefinitionSet beforeSet, DefinitionSet afterSet) {
        EntityCatalog before = EntityCatalog.of(beforeSet);
        EntityCatalog after = EntityCatalog.of(afterSet);
        for (EntityDefinition entity : after.all()) {
            Optional<EntityDefinition> old = before.find(entity.code());
            if (old.isPresent()) {
                change(old.get(), entity);
            } else {
                appear(entity, afterSet);
            }
        }
        for (EntityDefinition entity : before.all()) {
            if (after.find(entity.code()).isEmpty()) {
                vanish(entity, beforeSet);
            }
        }
        return List.copyOf(steps);
    }

    private void appear(EntityDefinition entity, DefinitionSet afterSet) {
        TrashRows.Row row = trash.ofEntity(ctx, entity.code()).orElse(null);
        ObjectNode document = row == null ? null : row.kept().document();
        if (row == null || document == null) {
            create(entity);
            return;
        }
        Definition old = Definition.of(document);
        EntityDefinition was =
                EntityCatalog.of(afterSet.with(List.of(old), List.of())).get(entity.code());
        List<IndexShape> indexes = new ArrayList<>(TableShape.systemIndexes(entity.code()));
        row.kept().fields().forEach(shape -> indexes.addAll(shape.indexes()));
        steps.add(new EntityStep.RestoreEntity(
                entity.code(),
                entity.label(),
                row.id(),
                row.kept().fields(),
                indexes,
                row.held(),
                row.kept().turn()));
        for (Field field : was.fields()) {
            // What the table's trash keeps the shape of may have been computed from entities that are gone.
            if (row.kept().fields().stream().anyMatch(shape -> shape.code().equals(field.code()))) {
                links(was, field);
            }
        }
        change(was, entity);
    }

    private void create(EntityDefinition entity) {
        List<FieldShape> fields = shapes(entity);
        List<IndexShape> indexes = new ArrayList<>(TableShape.systemIndexes(entity.code()));
        fields.forEach(shape -> indexes.addAll(shape.indexes()));
        steps.add(new EntityStep.CreateEntity(entity.code(), entity.label(), fields, indexes));
        for (Field field : entity.fields()) {
            links(entity, field);
            compute(entity, field);
        }
    }

    private void vanish(EntityDefinition entity, DefinitionSet beforeSet) {
        ObjectNode document =
                beforeSet.get(new DefinitionKey("entity", entity.code())).body();
        String table = TableNames.table(entity.code());
        List<String> names = new ArrayList<>(List.of(table, TableShape.primaryKey(entity.code())));
        List<FieldShape> fields = shapes(entity);
        fields.stream()
                .filter(shape -> shape.links() != null)
                .forEach(shape -> names.add(shape.links().table()));
        steps.add(new EntityStep.TrashEntity(
                entity.code(), entity.label(), fields, facts.rows(table), document, facts.turn(table, names)));
    }

    private void change(EntityDefinition before, EntityDefinition after) {
        for (Change change : TableDiff.of(before, after)) {
            switch (change) {
                case Change.Added(Field field) -> add(after, field);
                case Change.Removed(Field field) -> remove(before, after.label(), field);
                case Change.Relabelled(Field old, Field now) ->
                    steps.add(new EntityStep.RenameField(
                            after.code(), after.label(), now.code(), old.label(), now.label()));
                case Change.Retyped(Field old, Field now) -> retype(before, after, old, now);
                case Change.Replaced(Field old, Field now) -> {
                    refuseSealing(after, old, now);
                    remove(before, after.label(), old);
                    add(after, now);
                }
                case Change.Required(Field field) ->
                    steps.add(new EntityStep.Require(
                            after.code(),
                            after.label(),
                            field.code(),
                            field.label(),
                            facts.blanks(
                                    after.code(),
                                    TableShape.of(before, before.fields().get(field.code())))));
                case Change.MadeUnique(Field field, IndexShape index) -> unique(after, field, index);
                case Change.IndexAdded(Field field, IndexShape index) -> index(after, field, index);
                case Change.IndexDropped(Field field, IndexShape index) ->
                    steps.add(new EntityStep.DropIndex(
                            after.code(), after.label(), field.code(), field.label(), index.name()));
                case Change.Recomputed(Field field) -> compute(after, field);
            }
        }
    }

    /** In the trash and in the history the old values would stay as they were, plain or sealed by the field's name. */
    private void refuseSealing(EntityDefinition entity, Field old, Field now) {
        if (old.type().encrypted() != now.type().encrypted()
                && facts.everHeld(entity.code(), TableShape.of(entity, old))) {
            throw EntityError.SEALING_HELD.problem(entity.label(), old.label());
        }
    }

    private void add(EntityDefinition entity, Field field) {
        FieldShape shape = TableShape.of(entity, field);
        if (!shape.stored()) {
            return;
        }
        Optional<TrashRows.Row> trashed = trashed(entity, shape);
        if (trashed.isPresent() && field.type().computation().isEmpty()) {
            TrashRows.Row row = trashed.get();
            steps.add(new EntityStep.RestoreField(
                    entity.code(),
                    entity.label(),
                    shape,
                    field.label(),
                    row.id(),
                    row.held(),
                    row.kept().turn()));
        } else {
            steps.add(new EntityStep.AddField(entity.code(), entity.label(), shape, field.label()));
        }
        shape.uniqueIndexes()
                .forEach(index -> steps.add(new EntityStep.MakeUnique(
                        entity.code(), entity.label(), field.code(), field.label(), index, 0, List.of())));
        shape.plainIndexes().forEach(index -> index(entity, field, index));
        links(entity, field);
        compute(entity, field);
    }

    /** The latest deletion whose data this field can take up again. */
    private Optional<TrashRows.Row> trashed(EntityDefinition entity, FieldShape shape) {
        return trash.ofField(ctx, entity.code(), shape.code(), TableNames.table(entity.code())).stream()
                .filter(row -> row.kept().fields().getFirst().holdsLike(shape))
                .findFirst();
    }

    private void remove(EntityDefinition before, Label entityLabel, Field field) {
        FieldShape shape = TableShape.of(before, field);
        if (!shape.stored()) {
            return;
        }
        if (field.type().computation().isPresent() && !field.type().canBeUnique()) {
            steps.add(new EntityStep.DropField(before.code(), entityLabel, shape, field.label()));
            return;
        }
        String table = TableNames.table(before.code());
        List<String> names = shape.links() == null
                ? shape.columns().stream().map(ColumnShape::name).toList()
                : List.of(shape.links().table());
        steps.add(new EntityStep.TrashField(
                before.code(), entityLabel, shape, field.label(), facts.held(table, shape), facts.turn(table, names)));
    }

    private void retype(EntityDefinition before, EntityDefinition after, Field old, Field now) {
        ValueConversion conversion = new ValueConversion(old.type(), now.type(), values);
        TableFacts.Conversion found = facts.conversion(after.code(), old, now, conversion);
        EntityStep.ChangeType change = new EntityStep.ChangeType(
                after.code(),
                after.label(),
                TableShape.of(before, old),
                TableShape.of(after, now),
                now.label(),
                EntityDescription.properties(old),
                EntityDescription.properties(now),
                described(old.type()),
                described(now.type()),
                found.rewritten(),
                found.refused(),
                found.samples(),
                facts.turn(TableNames.table(after.code()), List.of(now.code())));
        steps.add(change);
        if (Application.moves(change)) {
            FieldShape shape = change.after();
            shape.uniqueIndexes().forEach(index -> unique(after, now, index));
            shape.plainIndexes().forEach(index -> index(after, now, index));
        }
    }

    private void unique(EntityDefinition entity, Field field, IndexShape index) {
        if (known(step ->
                step instanceof EntityStep.MakeUnique made && made.index().equals(index))) {
            return;
        }
        boolean retyped = known(step -> step instanceof EntityStep.ChangeType
                && step.entity().equals(entity.code())
                && step.field().equals(field.code()));
        TableFacts.Found found = retyped ? new TableFacts.Found(0, List.of()) : facts.duplicates(entity.code(), index);
        steps.add(new EntityStep.MakeUnique(
                entity.code(), entity.label(), field.code(), field.label(), index, found.count(), found.samples()));
    }

    private boolean known(java.util.function.Predicate<EntityStep> step) {
        return steps.stream().anyMatch(step);
    }

    private void index(EntityDefinition entity, Field field, IndexShape index) {
        if (known(step ->
                step instanceof EntityStep.BuildIndex built && built.index().equals(index))) {
            return;
        }
        steps.add(new EntityStep.BuildIndex(entity.code(), entity.label(), field.code(), field.label(), index));
    }

    /** The foreign keys of a field: its own, or those of both ends of its link table. */
    private void links(EntityDefinition entity, Field field) {
        FieldShape shape = TableShape.of(entity, field);
        TableShape.keys(entity.code(), shape)
                .forEach((key, table) -> steps.add(
                        new EntityStep.Link(entity.code(), entity.label(), field.code(), field.label(), table, key)));
    }

    private void compute(EntityDefinition entity, Field field) {
        if (TableDiff.isRollup(field)) {
            steps.add(new EntityStep.Compute(entity.code(), entity.label(), field.code(), field.label()));
        }
    }

    private static List<FieldShape> shapes(EntityDefinition entity) {
        return entity.fields().stream()
                .filter(field -> !field.system())
                .map(field -> TableShape.of(entity, field))
                .filter(FieldShape::stored)
                .toList();
    }

    private static Label described(FieldType type) {
        return new Label("「" + type.describe(Language.ZH) + "」", "'" + type.describe(Language.EN) + "'");
    }
}
