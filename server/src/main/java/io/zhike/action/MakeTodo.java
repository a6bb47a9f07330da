package io.zhike.action;

import io.zhike.definition.Reference;
import io.zhike.expression.Type;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.notice.NewTodo;
import io.zhike.notice.Todos;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Gives members something to do about the record, one to-do each. */
@Component
final class MakeTodo implements Action {
    private static final String TITLE = "title";
    private static final String NOTE = "note";
    private static final String DUE = "due";

    private final Todos todos;
    private final RecipientsResolver recipients;

    MakeTodo(Todos todos, RecipientsResolver recipients) {
        this.todos = todos;
        this.recipients = recipients;
    }

    @Override
    public ActionText text() {
        return new ActionText(
                "todo",
                ActionGroup.TELL,
                new Label("建待办", "Add a to-do"),
                new Label("给每个人建一条与这条记录有关的待办，并通知他们。", "Gives each of them a to-do about this record, and tells them."),
                new Label("给 {to} 建待办：{title}", "give {to} a to-do: {title}"));
    }

    @Override
    public ObjectNode parameters() {
        return Telling.to(new Label("交给谁", "For"), new Label("每人一条待办。", "One to-do each."))
                .with(
                        TITLE,
                        new Label("要做什么", "What to do"),
                        new Label("一行字，可以带 {字段}。", "One line; it may hold {field}."),
                        "template",
                        Parameters.template())
                .with(
                        NOTE,
                        new Label("说明", "Note"),
                        new Label("可以不填。", "May be left out."),
                        "template",
                        Parameters.template())
                .with(
                        DUE,
                        new Label("截止时间", "Due"),
                        new Label(
                                "得出日期或时间的公式，如 NOW() + HOURS(4)；到时提醒。日期算到当天结束。",
                                "A formula that gives a date or a time, such as NOW() + HOURS(4); it reminds then. A date ends with its day."),
                        "expression",
                        Parameters.expression())
                .requiring(Telling.TO, TITLE)
                .schema();
    }

    @Override
    public ObjectNode example() {
        ObjectNode example =
                JsonNodeFactory.instance.objectNode().put(TITLE, "联系 {name}").put(DUE, "NOW() + HOURS(4)");
        example.putArray(Telling.TO).addObject().put("who", "owner");
        return example;
    }

    @Override
    public List<Issue> check(ActionPlace place, JsonNode with) {
        List<Issue> issues = new ArrayList<>(Telling.check(place, with, TITLE, NOTE));
        if (with.has(DUE)) {
            ActionPlace due = place.at(DUE);
            issues.addAll(due.expression(with.path(DUE), null));
            due.tree(with.path(DUE))
                    .filter(tree -> !(tree.type() instanceof Type.Date || tree.type() instanceof Type.DateTime))
                    .ifPresent(_ -> issues.add(due.issue(TellMessage.DUE_UNCLEAR)));
        }
        return issues;
    }

    @Override
    public List<Reference> references(ActionPlace place, JsonNode with) {
        List<Reference> references = new ArrayList<>(Telling.references(place, with, TITLE, NOTE));
        if (with.has(DUE)) {
            references.addAll(place.at(DUE).needs(with.path(DUE)));
        }
        return references;
    }

    @Override
    public List<Outcome> run(ActionRun run, JsonNode with) {
        List<Reached> reached = recipients.of(run, Recipients.read(with.path(Telling.TO)));
        List<List<String>> texts = Telling.texts(run, with, TITLE, NOTE);
        List<Optional<Object>> due = with.has(DUE)
                ? run.values().of(with.path(DUE).asString(""))
                : run.subjects().stream().map(_ -> Optional.empty()).toList();
        Outcomes outcomes = new Outcomes(run.subjects().size());
        List<NewTodo> made = new ArrayList<>();
        for (int i = 0; i < run.subjects().size(); i++) {
            String title = texts.get(i).getFirst().strip();
            if (reached.get(i).members().isEmpty()) {
                outcomes.put(i, new Outcome.Skipped(TellMessage.NOBODY_REACHED.with()));
            } else if (title.isEmpty()) {
                outcomes.put(i, new Outcome.Skipped(TellMessage.TITLE_BLANK.with()));
            } else {
                Instant until = moment(due.get(i).orElse(null), run.workspace().zone());
                for (UUID member : reached.get(i).members()) {
                    made.add(todo(run, run.subjects().get(i), member, texts.get(i), until));
                }
                outcomes.put(
                        i,
                        new Outcome.Done(
                                TellMessage.TODO_MADE.with(
                                        reached.get(i).members().size()),
                                List.of()));
            }
        }
        todos.add(run.ctx(), run.workspace(), made);
        return outcomes.all();
    }

    private static NewTodo todo(
            ActionRun run, Subject subject, UUID member, List<String> texts, @Nullable Instant due) {
        return new NewTodo(
                subject.key() + "/" + member,
                member,
                texts.getFirst(),
                texts.getLast(),
                Telling.about(run, subject),
                due,
                due,
                Telling.source(run),
                null);
    }

    private static @Nullable Instant moment(@Nullable Object value, ZoneId zone) {
        return switch (value) {
            case Instant moment -> moment;
            case LocalDate day ->
                day.plusDays(1).atStartOfDay(zone).minusMinutes(1).toInstant();
            case null, default -> null;
        };
    }
}
