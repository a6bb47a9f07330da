package io.zhike.action;

import io.zhike.definition.Reference;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.notice.NewNotice;
import io.zhike.notice.Notices;
import io.zhike.notice.Topic;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells members something, in the product and as each of them chose. Its text goes to whom it names, whatever they may read. */
@Component
final class Notify implements Action {
    private static final String TITLE = "title";
    private static final String TEXT = "text";

    private final Notices notices;
    private final RecipientsResolver recipients;

    Notify(Notices notices, RecipientsResolver recipients) {
        this.notices = notices;
        this.recipients = recipients;
    }

    @Override
    public ActionText text() {
        return new ActionText(
                "notify",
                ActionGroup.TELL,
                new Label("发通知", "Notify"),
                new Label(
                        "给成员发站内通知，并按各人的设置发邮件。文字里可以用花括号放字段的值；收到的人会看到这些值，即使平时看不到该字段。",
                        "Tells members in the product, and by mail as each of them chose. Values in braces are seen by whoever gets it, even where they could not read the field."),
                new Label("通知 {to}：{title}", "tell {to}: {title}"));
    }

    @Override
    public ObjectNode parameters() {
        return Telling.to(new Label("通知谁", "To"), new Label("要通知的成员。", "The members to tell."))
                .with(
                        TITLE,
                        new Label("标题", "Title"),
                        new Label("一行字，可以带 {字段}。", "One line; it may hold {field}."),
                        "template",
                        Parameters.template())
                .with(
                        TEXT,
                        new Label("内容", "Text"),
                        new Label("可以不填。", "May be left out."),
                        "template",
                        Parameters.template())
                .requiring(Telling.TO, TITLE)
                .schema();
    }

    @Override
    public ObjectNode example() {
        ObjectNode example = JsonNodeFactory.instance.objectNode().put(TITLE, "{name} 需要跟进");
        example.putArray(Telling.TO).addObject().put("who", "owner");
        return example;
    }

    @Override
    public List<Issue> check(ActionPlace place, JsonNode with) {
        return Telling.check(place, with, TITLE, TEXT);
    }

    @Override
    public List<Reference> references(ActionPlace place, JsonNode with) {
        return Telling.references(place, with, TITLE, TEXT);
    }

    @Override
    public List<Outcome> run(ActionRun run, JsonNode with) {
        List<Reached> reached = recipients.of(run, Recipients.read(with.path(Telling.TO)));
        List<List<String>> texts = Telling.texts(run, with, TITLE, TEXT);
        Outcomes outcomes = new Outcomes(run.subjects().size());
        List<NewNotice> told = new ArrayList<>();
        for (int i = 0; i < run.subjects().size(); i++) {
            Subject subject = run.subjects().get(i);
            String title = texts.get(i).getFirst().strip();
            if (reached.get(i).members().isEmpty()) {
                outcomes.put(i, new Outcome.Skipped(TellMessage.NOBODY_REACHED.with()));
            } else if (title.isEmpty()) {
                outcomes.put(i, new Outcome.Skipped(TellMessage.TITLE_BLANK.with()));
            } else {
                told.add(NewNotice.of(
                        subject.key(),
                        Topic.RULES,
                        reached.get(i).members(),
                        title,
                        texts.get(i).getLast(),
                        Telling.about(run, subject)));
                outcomes.put(
                        i,
                        new Outcome.Done(
                                TellMessage.TOLD.with(reached.get(i).members().size()), List.of()));
            }
        }
        notices.tell(run.ctx(), run.workspace(), told);
        return outcomes.all();
    }
}
