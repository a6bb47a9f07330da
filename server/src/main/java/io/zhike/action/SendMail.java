package io.zhike.action;

import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DocumentSchema;
import io.zhike.definition.Reference;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.notice.Channel;
import io.zhike.notice.NewMessage;
import io.zhike.notice.Outbox;
import io.zhike.print.MailTemplates;
import io.zhike.print.MailTemplates.Filled;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sends mail, one to each address, so that no receiver learns of the others. */
@Component
final class SendMail implements Action {
    private static final String SUBJECT = "subject";
    private static final String TEXT = "text";

    private static final String TEMPLATE = "template";
    private static final String KIND = "mail_template";

    private final Outbox outbox;
    private final MailTemplates templates;
    private final RecipientsResolver recipients;

    SendMail(Outbox outbox, MailTemplates templates, RecipientsResolver recipients) {
        this.outbox = outbox;
        this.templates = templates;
        this.recipients = recipients;
    }

    @Override
    public ActionText text() {
        return new ActionText(
                "mail",
                ActionGroup.TELL,
                new Label("发邮件", "Send mail"),
                new Label(
                        "给成员或记录上的邮箱发邮件，每个地址单独一封。文字里的值，收到的人都会看到。",
                        "Sends mail to members or to addresses on the record, one to each. Whoever gets it sees the values in it."),
                new Label("给 {to} 发邮件：{subject}", "mail {to}: {subject}"));
    }

    @Override
    public ObjectNode parameters() {
        return Telling.to(new Label("发给谁", "To"), new Label("成员，或放着邮箱的字段。", "Members, or a field with a mail address."))
                .with(
                        SUBJECT,
                        new Label("主题", "Subject"),
                        new Label("一行字，可以带 {字段}。", "One line; it may hold {field}."),
                        "template",
                        Parameters.template())
                .with(
                        TEXT,
                        new Label("正文", "Text"),
                        new Label(
                                "可以带 {字段}。{record.link} 是记录链接，只有登录的成员能打开；没有填写「邮件里的链接」时留空。",
                                "It may hold {field}. {record.link} is the link to the record, which only members open; it stays empty while 'Links in mails' is not filled in."),
                        "linked_template",
                        Parameters.template())
                .with(
                        TEMPLATE,
                        new Label("邮件模板", "Mail template"),
                        new Label("选了模板就不写主题和正文。", "With a template there is no subject and no text."),
                        "mail_template",
                        DocumentSchema.code())
                .requiring(Telling.TO)
                .schema();
    }

    @Override
    public ObjectNode example() {
        ObjectNode example =
                JsonNodeFactory.instance.objectNode().put(SUBJECT, "您好，{name}").put(TEXT, "感谢您的来信，我们会尽快与您联系。");
        example.putArray(Telling.TO).addObject().put("who", "owner");
        return example;
    }

    @Override
    public List<Issue> check(ActionPlace place, JsonNode with) {
        List<Issue> issues = new ArrayList<>(Telling.check(place, with, SUBJECT, TEXT));
        boolean written = with.has(SUBJECT) && with.has(TEXT);
        boolean nothing = !with.has(SUBJECT) && !with.has(TEXT);
        if (with.has(TEMPLATE) ? !nothing : !written) {
            issues.add(place.issue(TellMessage.MAIL_NEEDS));
        }
        String template = with.path(TEMPLATE).asString("");
        if (DefinitionKey.isCode(template)) {
            place.all()
                    .find(new DefinitionKey(KIND, template))
                    .filter(found -> !found.get("entity").asString("").equals(place.entity()))
                    .ifPresent(_ -> issues.add(place.at(TEMPLATE).issue(TellMessage.TEMPLATE_ELSEWHERE, template)));
        }
        return issues;
    }

    @Override
    public List<Reference> references(ActionPlace place, JsonNode with) {
        List<Reference> references = new ArrayList<>(Telling.references(place, with, SUBJECT, TEXT));
        String template = with.path(TEMPLATE).asString("");
        if (DefinitionKey.isCode(template)) {
            references.add(Reference.to(KIND, template, place.at(TEMPLATE).path()));
        }
        return references;
    }

    @Override
    public List<Outcome> run(ActionRun run, JsonNode with) {
        List<Reached> reached = recipients.of(run, Recipients.read(with.path(Telling.TO)));
        Map<UUID, String> known = addresses(run, reached);
        Optional<List<Optional<Filled>>> letters = letters(run, with);
        Outcomes outcomes = new Outcomes(run.subjects().size());
        List<NewMessage> messages = new ArrayList<>();
        for (int i = 0; i < run.subjects().size(); i++) {
            Set<String> to = new LinkedHashSet<>(reached.get(i).mails());
            reached.get(i).members().stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .forEach(to::add);
            if (letters.isEmpty()) {
                String gone = with.path(TEMPLATE).asString("");
                outcomes.put(i, new Outcome.Failed(TellMessage.TEMPLATE_GONE.with(gone), false));
            } else if (to.isEmpty()) {
                outcomes.put(i, new Outcome.Skipped(TellMessage.NO_ADDRESS.with()));
            } else if (letters.get().get(i).isEmpty()) {
                outcomes.put(i, new Outcome.Skipped(TellMessage.RECORD_UNREAD.with()));
            } else {
                Filled letter = letters.get().get(i).get();
                Subject subject = run.subjects().get(i);
                to.forEach(address -> messages.add(message(run, subject, address, letter)));
                outcomes.put(i, new Outcome.Done(TellMessage.MAILED.with(to.size()), List.of()));
            }
        }
        outbox.send(run.ctx(), run.workspace(), messages);
        return outcomes.all();
    }

    private static NewMessage message(ActionRun run, Subject subject, String address, Filled letter) {
        return new NewMessage(
                subject.key() + "/" + address,
                Channel.MAIL,
                address,
                letter.subject(),
                letter.text(),
                letter.html().isEmpty() ? null : letter.html(),
                Telling.about(run, subject),
                Telling.source(run));
    }

    /** For each subject in their order; empty as a whole where the template is gone, and for a record that is. */
    private Optional<List<Optional<Filled>>> letters(ActionRun run, JsonNode with) {
        if (!with.has(TEMPLATE)) {
            return Optional.of(Telling.texts(run, with, SUBJECT, TEXT).stream()
                    .map(texts -> Optional.of(new Filled(texts.getFirst(), "", texts.getLast())))
                    .toList());
        }
        List<UUID> records =
                run.subjects().stream().map(Subject::record).distinct().toList();
        return templates
                .fill(run.caller(), with.path(TEMPLATE).asString(""), records)
                .map(filled -> run.subjects().stream()
                        .map(subject -> Optional.ofNullable(filled.get(subject.record())))
                        .toList());
    }

    private Map<UUID, String> addresses(ActionRun run, List<Reached> reached) {
        Set<UUID> members = new HashSet<>();
        reached.forEach(each -> members.addAll(each.members()));
        return members.isEmpty() ? Map.of() : outbox.addresses(run.workspace(), Channel.MAIL, members);
    }
}
