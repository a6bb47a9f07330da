package io.zhike.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.http.Patch;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.notice.MailSettings.Security;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** By which server mail is sent; for administrators. A password goes in and never out. */
@RestController
@RequestMapping("/api/v1/settings/mail")
class MailSettingsApi {
    private static final int LONGEST = 200;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?");

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

    /** @param host null where there is no server, as all else then */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Answer(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String security,
            @Nullable String account,
            boolean hasPassword,
            @Nullable String from) {
        static Answer of(Optional<MailSettings> settings) {
            return settings.map(found -> new Answer(
                            found.host(),
                            found.port(),
                            found.security().code(),
                            found.account(),
                            found.password() != null,
                            found.from()))
                    .orElse(new Answer(null, null, null, null, false, null));
        }
    }

    record Body(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String security,
            @Nullable String account,
            Patch<String> password,
            @Nullable Boolean hasPassword,
            @Nullable String from) {}

    record Test(@Nullable String to) {}

    /** @param error what the server said; null where it took the mail */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Tested(boolean sent, @Nullable String error) {}

    @GetMapping
    Answer settings(Caller caller) {
        members.requireAdmin(caller);
        return Answer.of(smtp.settings(caller.workspace()));
    }

    @PutMapping
    Answer choose(Caller caller, @RequestBody Body body) {
        members.requireAdmin(caller);
        Workspace workspace = caller.workspace();
        Optional<MailSettings> before = smtp.settings(workspace);
        String host = body.host() == null ? "" : body.host().strip();
        Optional<MailSettings> after = host.isEmpty() ? Optional.empty() : Optional.of(wanted(host, body, before));
        Instant now = clock.instant();
        database.writing(ctx -> {
            MailSettingStore store = new MailSettingStore(ctx, workspace, secrets);
            after.ifPresentOrElse(settings -> store.put(settings, now), store::remove);
            AuditEntry entry = AuditEntry.of(NoticeAction.MAIL_CHANGED)
                    .changed(AuditWord.HOST, said(before), said(after))
                    .changed(AuditWord.ACCOUNT, account(before), account(after));
            if (entry.hasChanges() || body.password().given()) {
                AuditLog.record(ctx, workspace.schema(), now, entry);
            }
        });
        return Answer.of(after);
    }

    private static @Nullable String said(Optional<MailSettings> settings) {
        return settings.map(MailSettings::toString).orElse(null);
    }

    private static @Nullable String account(Optional<MailSettings> settings) {
        return settings.map(MailSettings::account).orElse(null);
    }

    private static MailSettings wanted(String host, Body body, Optional<MailSettings> before) {
        List<Issue> issues = new ArrayList<>();
        if (!HOST.matcher(host).matches()) {
            issues.add(Issue.at("host", NoticeError.MAIL_HOST, host));
        }
        Optional<Security> security = Security.of(Objects.requireNonNullElse(body.security(), "starttls"));
        if (security.isEmpty()) {
            issues.add(Issue.at("security", NoticeError.MAIL_SECURITY));
        }
        Security chosen = security.orElse(Security.STARTTLS);
        int port = body.port() == null ? chosen.port() : body.port();
        if (port < 1 || port > 65_535) {
            issues.add(Issue.at("port", NoticeError.MAIL_PORT));
        }
        String from = Objects.requireNonNullElse(body.from(), "").strip();
        if (!isSender(from)) {
            issues.add(Issue.at("from", NoticeError.NOT_AN_ADDRESS, from));
        }
        String account = body.account() == null || body.account().isBlank()
                ? null
                : body.account().strip();
        String password = password(host, account, body, before, issues);
        if (!issues.isEmpty()) {
            throw NoticeError.MAIL_SETTINGS_REFUSED.problem(issues, issues.size());
        }
        return new MailSettings(host, port, chosen, account, password, from);
    }

    private static boolean isSender(String from) {
        try {
            return from.length() <= LONGEST
                    && Texts.line(from).equals(from)
                    && MailAddresses.isAddress(MailLetter.sender(from).getAddress());
        } catch (MessagingException _) {
            return false;
        }
    }

    /** A password that is kept goes to no other server than the one it was written for. */
    private static @Nullable String password(
            String host, @Nullable String account, Body body, Optional<MailSettings> before, List<Issue> issues) {
        if (account == null) {
            return null;
        }
        if (account.length() > LONGEST) {
            issues.add(Issue.at("account", NoticeError.MAIL_ACCOUNT, LONGEST));
        }
        String kept = before.map(MailSettings::password).orElse(null);
        boolean same = before.filter(was -> was.host().equals(host) && account.equals(was.account()))
                .isPresent();
        String password = body.password().given() ? body.password().value() : kept;
        if (!body.password().given() && kept != null && !same) {
            issues.add(Issue.at("password", NoticeError.MAIL_PASSWORD_AGAIN));
        } else if (password == null || password.isEmpty() || password.length() > LONGEST) {
            issues.add(Issue.at("password", NoticeError.MAIL_PASSWORD, LONGEST));
        }
        return password;
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
