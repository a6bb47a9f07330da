package io.zhike.action;

import io.zhike.definition.DocumentSchema;
import io.zhike.definition.Reference;
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
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes fields of the records behind a relation, or of those that belong to the record. */
@Component
final class UpdateRelated implements Action {
    private static final String OF = "of";
    private static final String WHERE = "where";
    private static final String VALUES = "values";

    private final Writes writes;
    private final Related related;

    UpdateRelated(Writes writes, Related related) {
        this.writes = writes;
        this.related = related;
    }

    @Override
    public ActionText text() {
        return new ActionText(
                "update_related",
                ActionGroup.RECORD,
                new Label("更新相关记录", "Update related records"),
                new Label(
                        "改关联的那条记录，或属于这条记录的下级记录。值用这条记录的字段算。",
                        "Changes what a relation points to, or the records that belong to this one. Values are worked out over this one."),
                new Label("更新「{of}」的 {values}", "update {values} of {of}"));
    }

    @Override
    public ObjectNode parameters() {
        return new Parameters()
                .with(
                        OF,
                        new Label("更新哪些", "Which records"),
                        new Label("一个关联字段，或下级记录。", "A relation, or records that belong to this one."),
                        "related",
                        DocumentSchema.code())
                .with(
                        WHERE,
                        new Label("只更新满足条件的", "Only where"),
                        new Label("看的是那些相关记录。留空则全部更新。", "Over those records; empty for all of them."),
                        "condition",
                        Parameters.of(Parameters.condition(), OF))
                .with(
                        VALUES,
                        new Label("字段", "Fields"),
                        new Label("相关记录的字段和新值。", "Their fields and the new values."),
                        "values",
                        Parameters.values(OF).put("minItems", 1))
                .requiring(OF, VALUES)
                .schema();
    }

    @Override
    public ObjectNode example() {
        ObjectNode example = JsonNodeFactory.instance.objectNode().put(OF, "customer");
        example.putArray(VALUES).addObject().put("field", "stage").put("value", "\"won\"");
        return example;
    }

    private static Optional<JsonNode> where(JsonNode with) {
        return with.has(WHERE) ? Optional.of(with.path(WHERE)) : Optional.empty();
    }

    @Override
    public List<Issue> check(ActionPlace place, JsonNode with) {
        String of = with.path(OF).asString("");
        List<Issue> issues = new ArrayList<>(Related.check(place.at(OF), of));
        Related.entity(place, of).ifPresent(entity -> {
            where(with)
                    .ifPresent(
                            where -> issues.addAll(place.over(entity).at(WHERE).condition(where)));
            issues.addAll(new FieldValues(with.path(VALUES)).check(place.at(VALUES), entity, Set.of()));
        });
        return issues;
    }

    @Override
    public List<Reference> references(ActionPlace place, JsonNode with) {
        String of = with.path(OF).asString("");
        List<Reference> references = new ArrayList<>(Related.references(place.at(OF), of));
        Related.entity(place, of).ifPresent(entity -> {
            where(with)
                    .ifPresent(where ->
                            references.addAll(place.over(entity).at(WHERE).needs(where)));
            references.addAll(new FieldValues(with.path(VALUES)).references(place.at(VALUES), entity));
        });
        return references;
    }

    @Override
    public List<Outcome> run(ActionRun run, JsonNode with) {
        String of = with.path(OF).asString("");
        String entity = Related.entity(run.grants().catalog(), run.entity(), of).orElse("");
        FieldValues values = new FieldValues(with.path(VALUES));
        List<List<UUID>> records = related.of(run, of, entity, where(with));
        List<Optional<WorkedRecord>> worked = run.values().of(values.expressions());
        Outcomes outcomes = new Outcomes(run.subjects().size());
        List<Writes.Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < worked.size(); i++) {
            if (worked.get(i).isEmpty() || records.get(i).isEmpty()) {
                outcomes.put(i, new Outcome.Skipped(ActionMessage.NOTHING_RELATED.with()));
                continue;
            }
            switch (values.of(run, entity, worked.get(i).get(), 0)) {
                case FieldValues.Worked.Values(var given) -> {
                    for (UUID id : records.get(i)) {
                        wanted.add(new Writes.Wanted(i, new RecordWrite.Update(id, Optional.empty(), given)));
                    }
                }
                case FieldValues.Worked.Refused(Message why) -> outcomes.put(i, new Outcome.Failed(why, false));
            }
        }
        Label label = run.grants().catalog().get(entity).label();
        List<WriteResult.Outcome> written = writes.all(run, entity, wanted);
        writes.gather(outcomes, entity, wanted, written, count -> ActionMessage.UPDATED.with(label, count));
        return outcomes.all();
    }
}
