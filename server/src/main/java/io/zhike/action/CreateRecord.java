package io.zhike.action;

import io.zhike.definition.DocumentSchema;
import io.zhike.definition.Reference;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.FieldFit;
import io.zhike.expression.Type;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.message.Message;
import io.zhike.record.RecordValues;
import io.zhike.record.RecordWrite;
import io.zhike.record.WorkedRecord;
import io.zhike.record.WriteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a record, which may point back to the one it is made for. */
@Component
final class CreateRecord implements Action {
    private static final String ENTITY = "entity";
    private static final String BACK = "back";
    private static final String VALUES = "values";

    private final Writes writes;

    CreateRecord(Writes writes) {
        this.writes = writes;
    }

    @Override
    public ActionText text() {
        return new ActionText(
                "create",
                ActionGroup.RECORD,
                new Label("新建记录", "Create a record"),
                new Label("在另一张表里新建一条记录，可以指回这条记录。", "Makes a record of some entity, which may point back to this one."),
                new Label("新建「{entity}」", "create {entity}"));
    }

    @Override
    public ObjectNode parameters() {
        return new Parameters()
                .with(
                        ENTITY,
                        new Label("新建什么", "What to create"),
                        new Label("在哪张表里新建。", "Of which entity."),
                        "entity",
                        DocumentSchema.code())
                .with(
                        BACK,
                        new Label("指回这条记录的字段", "Field that points back"),
                        new Label("新记录里的关联字段。留空则不关联。", "A relation of the new record; empty for none."),
                        "field",
                        Parameters.of(DocumentSchema.code(), ENTITY))
                .with(
                        VALUES,
                        new Label("字段", "Fields"),
                        new Label("新记录的值，可以用这条记录的字段。", "What the new record holds; fields of this one can be used."),
                        "values",
                        Parameters.values(ENTITY))
                .requiring(ENTITY)
                .schema();
    }

    @Override
    public ObjectNode example() {
        ObjectNode example =
                JsonNodeFactory.instance.objectNode().put(ENTITY, "task").put(BACK, "customer");
        example.putArray(VALUES).addObject().put("field", "title").put("value", "\"回访 \" & name");
        return example;
    }

    @Override
    public List<Issue> check(ActionPlace place, JsonNode with) {
        String made = with.path(ENTITY).asString("");
        Optional<String> back = back(with);
        List<Issue> issues = new ArrayList<>(new FieldValues(with.path(VALUES))
                .check(place.at(VALUES), made, back.map(Set::of).orElse(Set.of())));
        back.flatMap(code -> place.catalog().find(made).flatMap(entity -> entity.field(code)))
                .filter(field -> !pointsTo(field, place.entity()))
                .ifPresent(field -> issues.add(place.at(BACK)
                        .issue(
                                ActionIssue.NOT_BACK,
                                field.label(),
                                place.definition()
                                        .map(EntityDefinition::label)
                                        .orElseGet(() -> Label.of(place.entity())))));
        return issues;
    }

    private static boolean pointsTo(Field field, String entity) {
        Type type = field.type().valueType();
        Type one = type instanceof Type.ListOf(Type item) ? item : type;
        return field.writable() && one instanceof Type.RecordOf(String target) && target.equals(entity);
    }

    private static Optional<String> back(JsonNode with) {
        return Optional.of(with.path(BACK).asString("")).filter(code -> !code.isBlank());
    }

    @Override
    public List<Reference> references(ActionPlace place, JsonNode with) {
        String made = with.path(ENTITY).asString("");
        List<Reference> references = new ArrayList<>();
        references.add(place.at(ENTITY).needsEntity(made));
        back(with).ifPresent(code -> references.addAll(place.over(made).at(BACK).needsField(code)));
        references.addAll(new FieldValues(with.path(VALUES)).references(place.at(VALUES), made));
        return references;
    }

    @Override
    public List<Outcome> run(ActionRun run, JsonNode with) {
        FieldValues values = new FieldValues(with.path(VALUES));
        EntityDefinition made = run.grants().catalog().get(with.path(ENTITY).asString(""));
        Optional<Field> back = back(with).flatMap(made::field);
        List<Optional<WorkedRecord>> worked = run.values().of(values.expressions());
        Outcomes outcomes = new Outcomes(run.subjects().size());
        List<Writes.Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < worked.size(); i++) {
            if (worked.get(i).isEmpty()) {
                outcomes.put(i, new Outcome.Skipped(ActionMessage.RECORD_GONE.with()));
                continue;
            }
            switch (values.of(run, made.code(), worked.get(i).get(), 0)) {
                case FieldValues.Worked.Values(RecordValues given) -> {
                    RecordValues all = given;
                    if (back.isPresent()) {
                        @Nullable
                        Object id = FieldFit.value(
                                back.get(),
                                run.subjects().get(i).record(),
                                run.workspace().zone());
                        all = given.with(back.get().code(), id);
                    }
                    wanted.add(new Writes.Wanted(i, new RecordWrite.Create(all)));
                }
                case FieldValues.Worked.Refused(Message why) -> outcomes.put(i, new Outcome.Failed(why, false));
            }
        }
        List<WriteResult.Outcome> written = writes.all(run, made.code(), wanted);
        Message said = ActionMessage.CREATED.with(made.label(), 1);
        for (int i = 0; i < wanted.size(); i++) {
            outcomes.put(wanted.get(i).subject(), Writes.outcome(made.code(), written.get(i), _ -> said));
        }
        return outcomes.all();
    }
}
