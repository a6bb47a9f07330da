package io.zhike.action;

import io.zhike.definition.DocumentSchema;
import io.zhike.definition.Reference;
import io.zhike.entity.Field;
import io.zhike.entity.Option;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.record.RecordValues;
import io.zhike.record.RecordWrite;
import io.zhike.record.WorkedRecord;
import io.zhike.record.WriteResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Adds options to a multi-select of the record and takes others away, and leaves the rest as they are. */
@Component
final class Tag implements Action {
    private static final String FIELD = "field";
    private static final String ADD = "add";
    private static final String REMOVE = "remove";
    private static final int MOST = 50;

    private final Writes writes;

    Tag(Writes writes) {
        this.writes = writes;
    }

    @Override
    public ActionText text() {
        return new ActionText(
                "tag",
                ActionGroup.RECORD,
                new Label("打标签", "Tag"),
                new Label(
                        "给多选字段加上或去掉几个选项，其余不动。", "Adds options to a multi-select or takes them away; the others stay."),
                new Label("给「{field}」加上 {add}，去掉 {remove}", "add {add} to {field}, take {remove} away"));
    }

    @Override
    public ObjectNode parameters() {
        ObjectNode options =
                JsonNodeFactory.instance.objectNode().put("type", "array").put("maxItems", MOST);
        options.set("items", DocumentSchema.code());
        return new Parameters()
                .with(
                        FIELD,
                        new Label("标签字段", "Field"),
                        new Label("一个多选字段。", "A multi-select."),
                        "field",
                        DocumentSchema.code())
                .with(
                        ADD,
                        new Label("加上", "Add"),
                        new Label("要加上的选项。", "Options to add."),
                        "option",
                        Parameters.of(options.deepCopy(), FIELD))
                .with(
                        REMOVE,
                        new Label("去掉", "Take away"),
                        new Label("要去掉的选项。", "Options to take away."),
                        "option",
                        Parameters.of(options.deepCopy(), FIELD))
                .requiring(FIELD)
                .schema();
    }

    @Override
    public ObjectNode example() {
        ObjectNode example = JsonNodeFactory.instance.objectNode().put(FIELD, "tags");
        example.putArray(ADD).add("vip");
        return example;
    }

    private static List<String> codes(JsonNode list) {
        List<String> codes = new ArrayList<>();
        list.forEach(each -> codes.add(each.asString("")));
        return codes;
    }

    @Override
    public List<Issue> check(ActionPlace place, JsonNode with) {
        Optional<Field> field = place.definition()
                .flatMap(entity -> entity.field(with.path(FIELD).asString("")));
        if (field.isEmpty()) {
            return List.of();
        }
        if (!field.get().type().code().equals("multi_select") || !field.get().writable()) {
            return List.of(place.at(FIELD)
                    .issue(ActionIssue.NOT_MULTI_SELECT, field.get().label()));
        }
        List<Issue> issues = new ArrayList<>();
        for (String list : List.of(ADD, REMOVE)) {
            List<String> codes = codes(with.path(list));
            for (int i = 0; i < codes.size(); i++) {
                String code = codes.get(i);
                if (option(field.get(), code).isEmpty()) {
                    issues.add(place.at(list)
                            .at(i)
                            .issue(ActionIssue.NO_SUCH_OPTION, field.get().label(), code));
                }
            }
        }
        if (codes(with.path(ADD)).isEmpty() && codes(with.path(REMOVE)).isEmpty()) {
            issues.add(place.at(ADD).issue(ActionIssue.INCOMPLETE, ADD));
        }
        return issues;
    }

    private static Optional<Option> option(Field field, String code) {
        return field.type().options().stream()
                .filter(option -> option.code().equals(code))
                .findFirst();
    }

    @Override
    public List<Reference> references(ActionPlace place, JsonNode with) {
        return place.at(FIELD).needsField(with.path(FIELD).asString(""));
    }

    @Override
    public List<Outcome> run(ActionRun run, JsonNode with) {
        String code = with.path(FIELD).asString("");
        Field field = run.entity().fields().get(code);
        List<Optional<WorkedRecord>> worked = run.values().of(List.of(JsonNodeFactory.instance.stringNode(code)));
        Outcomes outcomes = new Outcomes(run.subjects().size());
        List<Writes.Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < worked.size(); i++) {
            if (worked.get(i).isEmpty()) {
                outcomes.put(i, new Outcome.Skipped(ActionMessage.RECORD_GONE.with()));
                continue;
            }
            Set<Object> tags = new LinkedHashSet<>();
            if (worked.get(i).get().given().getFirst().value() instanceof List<?> held) {
                tags.addAll(held);
            }
            tags.addAll(codes(with.path(ADD)));
            codes(with.path(REMOVE)).forEach(tags::remove);
            RecordValues values = RecordValues.of(Map.of(code, List.copyOf(tags)));
            wanted.add(new Writes.Wanted(
                    i, new RecordWrite.Update(run.subjects().get(i).record(), Optional.empty(), values)));
        }
        List<WriteResult.Outcome> written = writes.all(run, run.entity().code(), wanted);
        Label said = new Label(said(field, with, Language.ZH), said(field, with, Language.EN));
        for (int i = 0; i < wanted.size(); i++) {
            outcomes.put(
                    wanted.get(i).subject(),
                    Writes.outcome(run.entity().code(), written.get(i), _ -> ActionMessage.TAGGED.with(said)));
        }
        return outcomes.all();
    }

    private static String said(Field field, JsonNode with, Language language) {
        String added = named(field, with.path(ADD), "+", language);
        String removed = named(field, with.path(REMOVE), "−", language);
        return (added + " " + removed).strip();
    }

    private static String named(Field field, JsonNode list, String sign, Language language) {
        return codes(list).stream()
                .map(code -> sign
                        + option(field, code)
                                .map(option -> option.label().in(language))
                                .orElse(code))
                .collect(Collectors.joining(" "));
    }
}
