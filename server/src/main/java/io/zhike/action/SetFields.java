package io.zhike.action;

import io.zhike.definition.Reference;
import io.zhike.entity.Field;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.message.Message;
import io.zhike.record.RecordWrite;
import io.zhike.record.WorkedRecord;
import io.zhike.record.WriteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes fields of the record. */
@Component
final class SetFields implements Action {
    private static final String VALUES = "values";

    private final Writes writes;

    SetFields(Writes writes) {
        this.writes = writes;
    }

    @Override
    public ActionText text() {
        return new ActionText(
                "set",
                ActionGroup.RECORD,
                new Label("设置字段", "Set fields"),
                new Label(
                        "把这条记录的一个或几个字段改成新值，值可以用公式算。", "Gives fields of the record new values, which may be formulas."),
                new Label("设置 {values}", "set {values}"));
    }

    @Override
    public ObjectNode parameters() {
        return new Parameters()
                .with(
                        VALUES,
                        new Label("字段", "Fields"),
                        new Label("要改的字段和它们的新值。", "The fields to change and their new values."),
                        "values",
                        Parameters.values().put("minItems", 1))
                .requiring(VALUES)
                .schema();
    }

    @Override
    public ObjectNode example() {
        ObjectNode example = JsonNodeFactory.instance.objectNode();
        example.putArray(VALUES).addObject().put("field", "note").put("value", "\"VIP\"");
        return example;
    }

    @Override
    public List<Issue> check(ActionPlace place, JsonNode with) {
        return new FieldValues(with.path(VALUES)).check(place.at(VALUES), place.entity(), Set.of());
    }

    @Override
    public List<Reference> references(ActionPlace place, JsonNode with) {
        return new FieldValues(with.path(VALUES)).references(place.at(VALUES), place.entity());
    }

    @Override
    public boolean inSave() {
        return true;
    }

    @Override
    public List<Outcome> run(ActionRun run, JsonNode with) {
        FieldValues values = new FieldValues(with.path(VALUES));
        String entity = run.entity().code();
        List<Optional<WorkedRecord>> worked = run.values().of(values.expressions());
        Outcomes outcomes = new Outcomes(run.subjects().size());
        List<Writes.Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < worked.size(); i++) {
            if (worked.get(i).isEmpty()) {
                outcomes.put(i, new Outcome.Skipped(ActionMessage.RECORD_GONE.with()));
                continue;
            }
            WorkedRecord record = worked.get(i).get();
            switch (values.of(run, entity, record, 0)) {
                case FieldValues.Worked.Values(var given) ->
                    wanted.add(new Writes.Wanted(i, new RecordWrite.Update(record.id(), Optional.empty(), given)));
                case FieldValues.Worked.Refused(Message why) -> outcomes.put(i, new Outcome.Failed(why, false));
            }
        }
        List<WriteResult.Outcome> written = writes.all(run, entity, wanted);
        Message said = ActionMessage.SET.with(names(run, with));
        for (int i = 0; i < wanted.size(); i++) {
            outcomes.put(wanted.get(i).subject(), Writes.outcome(entity, written.get(i), _ -> said));
        }
        return outcomes.all();
    }

    private static String names(ActionRun run, JsonNode with) {
        List<String> names = new ArrayList<>();
        with.path(VALUES)
                .forEach(each -> run.entity()
                        .field(each.path("field").asString(""))
                        .map(Field::label)
                        .ifPresent(label -> names.add(label.in(run.workspace().language()))));
        return String.join("、", names);
    }
}
