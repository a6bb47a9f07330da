package io.zhike.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.notice.MailSettingsJson.Answer;
import io.zhike.notice.MailSettingsJson.Body;
import io.zhike.notice.MailSettingsJson.Chosen;
import io.zhike.secret.Secrets;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.workspace.Caller;
import io.zhike.workspace.MailAddresses;
import io.zhike.workspace.Members;
import io.zhike.workspace.Workspace;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** By which server mail is sent, and where bounces arrive; for administrators. */
@RestController
@RequestMapping("/api/v1/settings/mail")
class MailSettingsApi {
    private static final Label NO_SERVER =
            new Label("没有设置发信服务器，邮件留在邮件收集箱。", "There is no server; the mail is in the mail catcher.");

    private final Database database;
    private final Members members;
    private final Secrets secrets;
    private final SmtpProvider smtp;
    private final Clock clock;

    MailSettingsApi(Database database, Members members, Secrets secrets, SmtpProvider smtp, Clock clock) {
        this.database = database;
        this.members = members;
        this.secrets = secrets;
        this.smtp = smtp;
        this.clock = clock;
    }

    record Test(@Nullable String to) {}

    /** @param error what the server said; null where it took the mail */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Tested(boolean sent, @Nullable String error) {}

    /** @param error why the folder could not be opened; null where it was */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Opened(boolean opened, @Nullable String error) {}

    @GetMapping
    Answer settings(Caller caller) {
        members.requireAdmin(caller);
        return answer(caller, chosen(caller.workspace()));
    }

    private Chosen chosen(Workspace workspace) {
        return database.read(ctx -> new Chosen(
                new MailSettingStore(ctx, workspace, secrets).find(),
                new BounceMailboxStore(ctx, workspace, secrets).find()));
    }

    private Answer answer(Caller caller, Chosen chosen) {
        return Answer.of(
                chosen,
                database.read(ctx -> new BounceMailboxStore(ctx, caller.workspace(), secrets).standing()),
                caller.language());
    }

    @PutMapping
    Answer choose(Caller caller, @RequestBody Body body) {
        members.requireAdmin(caller);
        Workspace workspace = caller.workspace();
        Chosen before = chosen(workspace);
        Chosen after = MailSettingsJson.chosen(body, before);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        database.writing(ctx -> {
            MailSettingStore sending = new MailSettingStore(ctx, workspace, secrets);
            after.sending().ifPresentOrElse(settings -> sending.put(settings, now), sending::remove);
            BounceMailboxStore bounces = new BounceMailboxStore(ctx, workspace, secrets);
            after.bounces().ifPresentOrElse(mailbox -> bounces.put(mailbox, before.bounces(), now), bounces::remove);
            AuditEntry entry = entry(before, after);
            if (entry.hasChanges() || MailSettingsJson.writesPassword(body)) {
                AuditLog.record(ctx, workspace.schema(), now, entry);
            }
        });
        return answer(caller, after);
    }

    private static AuditEntry entry(Chosen before, Chosen after) {
        return AuditEntry.of(NoticeAction.MAIL_CHANGED)
                .changed(AuditWord.HOST, said(before.sending()), said(after.sending()))
                .changed(AuditWord.ACCOUNT, account(before), account(after))
                .changed(AuditWord.BOUNCES, said(before.bounces()), said(after.bounces()));
    }

    private static @Nullable String said(Optional<?> settings) {
        return settings.map(Object::toString).orElse(null);
    }

    private static @Nullable String account(Chosen chosen) {
        return chosen.sending().map(found -> found.server().account()).orElse(null);
    }

    /** Whether the mailbox can be opened by the settings that are kept; if so it is read soon. */
    @PostMapping("/bounces/test")
    Opened open(Caller caller) {
        members.requireAdmin(caller);
        Workspace workspace = caller.workspace();
        BounceMailbox mailbox = database.read(ctx -> new BounceMailboxStore(ctx, workspace, secrets).find())
                .orElseThrow(NoticeError.NO_MAILBOX::problem);
        try (BounceInbox _ = BounceInbox.open(mailbox)) {
            database.writing(ctx -> new BounceMailboxStore(ctx, workspace, secrets).hasten(clock.instant()));
            return new Opened(true, null);
        } catch (MessagingException e) {
            return new Opened(false, MailboxFailure.of(e).in(caller.language()));
        }
    }

    /** At once and outside the line: whoever asks waits for the server. */
    @PostMapping("/test")
    Tested test(Caller caller, @RequestBody Test test) {
        members.requireAdmin(caller);
        Workspace workspace = caller.workspace();
        String to = Objects.requireNonNullElse(test.to(), "").strip();
        if (!MailAddresses.isAddress(to)) {
            throw NoticeError.NOT_AN_ADDRESS.problem(to);
        }
        UUID id = Ids.at(clock.instant());
        boolean chinese = caller.language() == Language.ZH;
        String subject = chinese ? "知客测试邮件" : "Test mail of Zhike";
        String text = chinese ? "收到这封邮件，说明发信设置可用。" : "Who reads this knows that the mail settings work.";
        MessageProvider.Letter letter = new MessageProvider.Letter(id, to, subject, text, null, null, "test");
        AtomicReference<MessageProvider.Fate> fate = new AtomicReference<>(new MessageProvider.Unsent());
        smtp.send(workspace, List.of(letter), (_, became) -> fate.set(became));
        Label why = switch (fate.get()) {
            case MessageProvider.Sent _ -> null;
            case MessageProvider.Refused(Label said) -> said;
            case MessageProvider.Later(Label said) -> said;
            case MessageProvider.Unsent _ -> NO_SERVER;
        };
        MessageState state = switch (fate.get()) {
            case MessageProvider.Sent _ -> MessageState.SENT;
            case MessageProvider.Unsent _ -> MessageState.CAUGHT;
            case MessageProvider.Refused _ -> MessageState.BOUNCED;
            case MessageProvider.Later _ -> MessageState.FAILED;
        };
        NewMessage written = new NewMessage("test:" + id, Channel.MAIL, to, subject, text, null, null, "test");
        database.writing(ctx -> new MessageStore(ctx, workspace.schema())
                .addTried(written, clock.instant(), state, state == MessageState.CAUGHT ? null : why));
        return new Tested(why == null, why == null ? null : why.in(caller.language()));
    }
}
