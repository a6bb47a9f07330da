package io.zhike.rule.timed;

import io.zhike.definition.DefinitionSet;
import io.zhike.definition.PublishPart;
import io.zhike.definition.PublishStep;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.SystemFields;
import io.zhike.record.DueRecords;
import io.zhike.rule.Rule;
import io.zhike.rule.RuleBook;
import io.zhike.rule.Trigger;
import io.zhike.store.Database;
import io.zhike.store.Ddl;
import io.zhike.store.Ddl.IndexState;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Keeps the indexes by which timed rules find what is due: made while everybody works on, dropped when no rule needs them. */
@Component
@Order(510)
class TimedIndexes implements PublishPart {
    private final Database database;

    TimedIndexes(Database database) {
        this.database = database;
    }

    /** A column that a rule finds its records by. */
    private record Place(EntityDefinition entity, String column) {
        IndexStep step(boolean drop) {
            return new IndexStep(entity.code(), entity.label(), column, drop);
        }
    }

    @Override
    public String name() {
        return "rule.index";
    }

    @Override
    public List<PublishStep> plan(DSLContext context, Workspace workspace, DefinitionSet before, DefinitionSet after) {
        List<PublishStep> steps = new ArrayList<>();
        List<IndexStep> wanted =
                wanted(after).stream().map(place -> place.step(false)).toList();
        for (IndexStep step : wanted) {
            if (Ddl.indexState(context, workspace.schema(), step.index()) != IndexState.VALID) {
                steps.add(step);
            }
        }
        Set<String> needed = new LinkedHashSet<>();
        wanted.forEach(step -> needed.add(step.index()));
        for (Place place : wanted(before)) {
            IndexStep step = place.step(true);
            if (!needed.contains(step.index())
                    && Ddl.indexState(context, workspace.schema(), step.index()) != IndexState.ABSENT) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** What entities do not index by themselves. */
    private static Set<Place> wanted(DefinitionSet set) {
        EntityCatalog catalog = EntityCatalog.of(set);
        Set<Place> places = new LinkedHashSet<>();
        for (Rule rule : RuleBook.of(set).on(Trigger.Timed.class::isInstance)) {
            Trigger.Timed trigger = (Trigger.Timed) rule.trigger();
            catalog.find(rule.entity()).ifPresent(entity -> {
                Thresholds.field(trigger).ifPresent(column -> add(places, entity, column));
                if (trigger instanceof Trigger.Idle idle && idle.since().equals(Trigger.Idle.FOLLOW_UP)) {
                    DueRecords.activities(catalog, entity.code())
                            .forEach(activity ->
                                    add(places, catalog.get(activity), DueRecords.activityAt(catalog, activity)));
                }
            });
        }
        return places;
    }

    private static void add(Set<Place> places, EntityDefinition entity, String column) {
        boolean system = column.equals(SystemFields.UPDATED_AT);
        boolean indexed = entity.field(column)
                .filter(field -> field.indexed() || field.unique())
                .isPresent();
        if (system || !indexed) {
            places.add(new Place(entity, column));
        }
    }

    @Override
    public void prepare(Workspace workspace, List<PublishStep> steps) {}

    @Override
    public void apply(DSLContext context, Workspace workspace, List<PublishStep> steps) {}

    @Override
    public void after(Workspace workspace, List<PublishStep> steps) {
        for (PublishStep step : steps) {
            IndexStep index = (IndexStep) step;
            if (index.drop()) {
                outside(ctx -> Ddl.dropIndexConcurrently(ctx, workspace.schema().qualify(index.index())));
            } else {
                build(workspace.schema(), index);
            }
        }
    }

    private void build(WorkspaceSchema schema, IndexStep step) {
        boolean there = database.read(ctx -> Ddl.hasColumn(ctx, schema, step.entity(), step.column()));
        IndexState state = database.read(ctx -> Ddl.indexState(ctx, schema, step.index()));
        if (!there || state == IndexState.VALID) {
            return;
        }
        outside(ctx -> {
            if (state == IndexState.INVALID) {
                Ddl.dropIndexConcurrently(ctx, schema.qualify(step.index()));
            }
            Ddl.createIndex(
                    ctx,
                    true,
                    false,
                    step.index(),
                    schema.table(step.entity()),
                    Ddl.Method.BTREE,
                    List.of(DSL.quotedName(step.column()), DSL.quotedName(SystemFields.ID)),
                    Optional.of(DSL.field(DSL.quotedName(SystemFields.DELETED_AT), SQLDataType.INSTANT)
                            .isNull()));
        });
    }

    /** Concurrent work is outside any transaction. */
    private void outside(Ddl.Work work) {
        database.read(ctx -> {
            work.run(ctx);
            return true;
        });
    }

    @Override
    public PublishStep read(JsonNode step) {
        return IndexStep.read(step);
    }
}
