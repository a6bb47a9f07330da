package io.zhike.action;

import io.zhike.definition.DocumentSchema;
import io.zhike.definition.Reference;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.record.RecordWrite;
import io.zhike.record.WriteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts the record, or related ones, into the recycle bin. */
@Component
final class DeleteRecords implements Action {
    private static final String OF = "of";
    private static final String WHERE = "where";

    private final Writes writes;
    private final Related related;

    DeleteRecords(Writes writes, Related related) {
        this.writes = writes;
        this.related = related;
    }

    @Override
    public ActionText text() {
        return new ActionText(
                "delete",
                ActionGroup.RECORD,
                new Label("删除记录", "Delete records"),
                new Label("把这条记录或相关记录放进回收站，可以再恢复。", "Puts this record, or related ones, into the recycle bin."),
                new Label("删除{of}", "delete {of}"));
    }

    @Override
    public ObjectNode parameters() {
        return new Parameters()
                .with(
                        OF,
                        new Label("删除哪些", "Which records"),
                        new Label(
                                "留空则删除这条记录；否则选关联字段或下级记录。",
                                "Empty for this record; else a relation or records that belong to it."),
                        "related",
                        DocumentSchema.code())
                .with(
                        WHERE,
                        new Label("只删除满足条件的", "Only where"),
                        new Label("看的是那些相关记录。", "Over those records."),
                        "condition",
                        Parameters.of(Parameters.condition(), OF))
                .schema();
    }

    @Override
    public ObjectNode example() {
        return JsonNodeFactory.instance.objectNode().put(OF, "task_customer");
    }

    private static Optional<JsonNode> where(JsonNode with) {
        return with.has(WHERE) ? Optional.of(with.path(WHERE)) : Optional.empty();
    }

    private static Optional<String> of(JsonNode with) {
        return Optional.of(with.path(OF).asString("")).filter(code -> !code.isBlank());
    }

    @Override
    public List<Issue> check(ActionPlace place, JsonNode with) {
        List<Issue> issues = new ArrayList<>();
        of(with).ifPresent(of -> issues.addAll(Related.check(place.at(OF), of)));
        Optional<String> entity = of(with).flatMap(of -> Related.entity(place, of));
        entity.ifPresent(code -> where(with)
                .ifPresent(where -> issues.addAll(place.over(code).at(WHERE).condition(where))));
        return issues;
    }

    @Override
    public List<Reference> references(ActionPlace place, JsonNode with) {
        List<Reference> references = new ArrayList<>();
        of(with).ifPresent(of -> references.addAll(Related.references(place.at(OF), of)));
        Optional<String> entity = of(with).flatMap(of -> Related.entity(place, of));
        entity.ifPresent(code -> where(with)
                .ifPresent(where -> references.addAll(place.over(code).at(WHERE).needs(where))));
        return references;
    }

    @Override
    public List<Outcome> run(ActionRun run, JsonNode with) {
        String entity = of(with).flatMap(of -> Related.entity(run.grants().catalog(), run.entity(), of))
                .orElse(run.entity().code());
        List<List<UUID>> records = of(with).map(of -> related.of(run, of, entity, where(with)))
                .orElseGet(() -> run.subjects().stream()
                        .map(subject -> List.of(subject.record()))
                        .toList());
        Outcomes outcomes = new Outcomes(run.subjects().size());
        List<Writes.Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).isEmpty()) {
                outcomes.put(i, new Outcome.Skipped(ActionMessage.NOTHING_RELATED.with()));
            }
            for (UUID id : records.get(i)) {
                wanted.add(new Writes.Wanted(i, new RecordWrite.Delete(id, Optional.empty())));
            }
        }
        Label label = run.grants().catalog().get(entity).label();
        List<WriteResult.Outcome> written = writes.all(run, entity, wanted);
        writes.gather(outcomes, entity, wanted, written, count -> ActionMessage.DELETED.with(label, count));
        return outcomes.all();
    }
}
