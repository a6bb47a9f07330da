package io.zhike.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.http.Patch;
import io.zhike.message.Issue;
import io.zhike.message.Language;
import io.zhike.notice.BounceMailboxStore.Standing;
import io.zhike.notice.MailServer.Security;
import io.zhike.workspace.MailAddresses;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mail settings as programs write and read them. Passwords go in and never out. */
final class MailSettingsJson {
    private MailSettingsJson() {}

    /** @param host null where there is no server, as all else then */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Answer(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String security,
            @Nullable String account,
            boolean hasPassword,
            @Nullable String from,
            @Nullable Mailbox bounces) {
        static Answer of(Chosen chosen, Optional<Standing> standing, Language language) {
            Mailbox bounces = chosen.bounces()
                    .map(found -> Mailbox.of(found, standing, language))
                    .orElse(null);
            return chosen.sending()
                    .map(found -> new Answer(
                            found.server().host(),
                            found.server().port(),
                            found.server().security().code(),
                            found.server().account(),
                            found.server().password() != null,
                            found.from(),
                            bounces))
                    .orElse(new Answer(null, null, null, null, false, null, null));
        }
    }

    /** @param error why it could not be read when it was last tried */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Mailbox(
            String host,
            int port,
            String security,
            @Nullable String account,
            boolean hasPassword,
            String folder,
            @Nullable Instant readAt,
            @Nullable Instant failedAt,
            @Nullable String error) {
        static Mailbox of(BounceMailbox mailbox, Optional<Standing> standing, Language language) {
            MailServer server = mailbox.server();
            return new Mailbox(
                    server.host(),
                    server.port(),
                    server.security().code(),
                    server.account(),
                    server.password() != null,
                    mailbox.folder(),
                    standing.map(Standing::readAt).orElse(null),
                    standing.map(Standing::failedAt).orElse(null),
                    standing.map(Standing::failure)
                            .map(failure -> failure.in(language))
                            .orElse(null));
        }
    }

    record Body(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String security,
            @Nullable String account,
            Patch<String> password,
            @Nullable Boolean hasPassword,
            @Nullable String from,
            @Nullable MailboxBody bounces) {}

    record MailboxBody(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String security,
            @Nullable String account,
            Patch<String> password,
            @Nullable Boolean hasPassword,
            @Nullable String folder,
            @Nullable Instant readAt,
            @Nullable Instant failedAt,
            @Nullable String error) {}

    /** What is chosen, or was before; without a server to send by there are no bounces either. */
    record Chosen(Optional<MailSettings> sending, Optional<BounceMailbox> bounces) {}

    static boolean writesPassword(Body body) {
        return body.password().given()
                || (body.bounces() != null && body.bounces().password().given());
    }

    /** What {@code body} chooses; throws with all that is wrong in it. */
    static Chosen chosen(Body body, Chosen before) {
        String host = MailServerInput.text(body.host());
        if (host == null) {
            return new Chosen(Optional.empty(), Optional.empty());
        }
        List<Issue> issues = new ArrayList<>();
        MailSettings sending = sending(host, body, before.sending(), issues);
        Optional<BounceMailbox> bounces = bounces(body.bounces(), before.bounces(), issues);
        if (!issues.isEmpty()) {
            throw NoticeError.MAIL_SETTINGS_REFUSED.problem(issues, issues.size());
        }
        return new Chosen(Optional.of(sending), bounces);
    }

    private static MailSettings sending(String host, Body body, Optional<MailSettings> before, List<Issue> issues) {
        MailServerInput input = new MailServerInput("", Security.STARTTLS, Security::smtpPort, issues);
        MailServer server = input.read(
                new MailServerInput.Written(host, body.port(), body.security(), body.account(), body.password()),
                before.map(MailSettings::server));
        String from = Objects.requireNonNullElse(body.from(), "").strip();
        if (!isSender(from)) {
            issues.add(Issue.at("from", NoticeError.NOT_AN_ADDRESS, from));
        }
        return new MailSettings(server, from);
    }

    private static boolean isSender(String from) {
        try {
            return from.length() <= MailServerInput.LONGEST
                    && Texts.line(from).equals(from)
                    && MailAddresses.isAddress(MailLetter.sender(from).getAddress());
        } catch (MessagingException _) {
            return false;
        }
    }

    private static Optional<BounceMailbox> bounces(
            @Nullable MailboxBody body, Optional<BounceMailbox> before, List<Issue> issues) {
        String host = body == null ? null : MailServerInput.text(body.host());
        if (body == null || host == null) {
            return Optional.empty();
        }
        MailServerInput input = new MailServerInput("bounces.", Security.TLS, Security::imapPort, issues);
        MailServer server = input.read(
                new MailServerInput.Written(host, body.port(), body.security(), body.account(), body.password()),
                before.map(BounceMailbox::server));
        if (server.account() == null) {
            issues.add(Issue.at("bounces.account", NoticeError.MAILBOX_ACCOUNT));
        }
        String folder = Objects.requireNonNullElse(MailServerInput.text(body.folder()), BounceMailbox.USUAL_FOLDER);
        if (folder.length() > MailServerInput.LONGEST || !Texts.line(folder).equals(folder)) {
            issues.add(Issue.at("bounces.folder", NoticeError.MAILBOX_FOLDER, MailServerInput.LONGEST));
        }
        return Optional.of(new BounceMailbox(server, folder));
    }
}
