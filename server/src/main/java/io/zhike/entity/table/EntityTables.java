package io.zhike.entity.table;

import io.zhike.definition.DefinitionSet;
import io.zhike.definition.PublishPart;
import io.zhike.definition.PublishStep;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Environment;
import io.zhike.store.Database;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;

/** What a publish does to the tables of entities. Nothing it does keeps readers waiting for longer than a moment. */
final class EntityTables implements PublishPart {
    private final Database database;
    private final Clock clock;
    private final Function<Workspace, DefinitionSet> newest;

    /** @param newest the definitions of a workspace as they were published last, on whichever node */
    EntityTables(Database database, Clock clock, Function<Workspace, DefinitionSet> newest) {
        this.database = database;
        this.clock = clock;
        this.newest = newest;
    }

    @Override
    public String name() {
        return "entity";
    }

    @Override
    public List<PublishStep> plan(DSLContext context, Workspace workspace, DefinitionSet before, DefinitionSet after) {
        return List.copyOf(new Planner(context, workspace.schema(), values(workspace)).plan(before, after));
    }

    @Override
    public void prepare(Workspace workspace, List<PublishStep> steps) {
        new Preparation(database, workspace.schema(), values(workspace)).run(own(steps));
    }

    @Override
    public void apply(DSLContext context, Workspace workspace, List<PublishStep> steps) {
        new Application(workspace.schema(), values(workspace), clock.instant(), own(steps)).run(context);
    }

    @Override
    public void after(Workspace workspace, List<PublishStep> steps) {
        RollupFill fill =
                new RollupFill(database, workspace.schema(), Environment.of(clock.instant(), workspace.zone()));
        new Completion(database, workspace.schema(), () -> EntityCatalog.of(newest.apply(workspace)), fill)
                .run(own(steps));
    }

    @Override
    public PublishStep read(JsonNode step) {
        return EntityStep.read(step);
    }

    private static List<EntityStep> own(List<PublishStep> steps) {
        return steps.stream().map(EntityStep.class::cast).toList();
    }

    private static ValueContext values(Workspace workspace) {
        return new ValueContext(workspace.zone(), workspace.language());
    }
}
