package io.zhike.notice;

import io.zhike.message.Label;
import io.zhike.message.ProblemException;
import io.zhike.notice.MailSettings.Security;
import io.zhike.secret.Secrets;
import io.zhike.store.Database;
import io.zhike.workspace.MailAddresses;
import io.zhike.workspace.Workspace;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends mail by the SMTP server that the workspace set up, over one connection for several. */
@Component
final class SmtpProvider implements MessageProvider {
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "20000";

    /** The mailbox is not there, not allowed, too long …: what RFC 5321 says of receivers, and RFC 3463 of policies on them. */
    private static final List<Integer> OF_THE_RECEIVER = List.of(550, 551, 553, 554, 556);

    private final Database database;
    private final Secrets secrets;
    private final MailAddresses accounts;
    private final Clock clock;

    SmtpProvider(Database database, Secrets secrets, MailAddresses accounts, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public Map<UUID, String> addresses(Workspace workspace, Collection<UUID> members) {
        Map<UUID, String> all = new HashMap<>(accounts.of(workspace, members));
        database.read(ctx -> new PreferenceStore(ctx, workspace.schema()).receivers(members))
                .forEach((member, receiver) ->
                        Optional.ofNullable(receiver.preferences().address()).ifPresent(own -> all.put(member, own)));
        return all;
    }

    Optional<MailSettings> settings(Workspace workspace) {
        return database.read(ctx -> new MailSettingStore(ctx, workspace, secrets).find());
    }

    @Override
    public void send(Workspace workspace, List<Letter> letters, Told told) {
        Optional<MailSettings> settings;
        try {
            settings = settings(workspace);
        } catch (ProblemException unopened) {
            Later later = new Later(unopened.message().inBoth());
            letters.forEach(letter -> told.of(letter, later));
            return;
        }
        if (settings.isEmpty()) {
            letters.forEach(letter -> told.of(letter, new Unsent()));
            return;
        }
        send(settings.get(), letters, told);
    }

    void send(MailSettings settings, List<Letter> letters, Told told) {
        Session session = Session.getInstance(properties(settings));
        try (Transport transport = session.getTransport(protocol(settings))) {
            transport.connect(settings.host(), settings.port(), settings.account(), settings.password());
            for (Letter letter : letters) {
                told.of(letter, send(session, transport, settings, letter));
            }
        } catch (MessagingException e) {
            // Whoever was settled already is; the rest of them is not known yet.
            Later later = new Later(why(e));
            letters.forEach(letter -> told.of(letter, later));
        }
    }

    private Fate send(Session session, Transport transport, MailSettings settings, Letter letter) {
        try {
            if (!transport.isConnected()) {
                transport.connect(settings.host(), settings.port(), settings.account(), settings.password());
            }
            MailLetter mail = MailLetter.of(session, settings.from(), letter, clock.instant());
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Sent();
        } catch (AddressException e) {
            return new Refused(why(e));
        } catch (MessagingException e) {
            return refusedForGood(e) ? new Refused(why(e)) : new Later(why(e));
        }
    }

    /** By what the server answered to the receiver or to the mail; what it says of us may be mended. */
    private static boolean refusedForGood(MessagingException failure) {
        for (Throwable each = failure; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException refused) {
                return OF_THE_RECEIVER.contains(refused.getReturnCode());
            }
            if (each instanceof SMTPSendFailedException refused) {
                Address[] invalid = refused.getInvalidAddresses();
                boolean known = invalid != null && invalid.length > 0;
                if (OF_THE_RECEIVER.contains(refused.getReturnCode()) || known) {
                    return refused.getReturnCode() >= 500;
                }
            }
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }

    /** All that was said, from what was tried to what the server answered. */
    private static Label why(MessagingException failure) {
        Set<String> said = new LinkedHashSet<>();
        for (Throwable each = failure; each != null; each = next(each)) {
            Optional.ofNullable(each.getMessage())
                    .map(Texts::line)
                    .filter(Predicate.not(String::isEmpty))
                    .ifPresent(said::add);
        }
        return Label.of(said.isEmpty() ? failure.getClass().getSimpleName() : String.join(": ", said));
    }

    private static String protocol(MailSettings settings) {
        return settings.security() == Security.TLS ? "smtps" : "smtp";
    }

    private static Properties properties(MailSettings settings) {
        String prefix = "mail." + protocol(settings) + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "auth", Boolean.toString(settings.account() != null));
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "writetimeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(settings.security() == Security.STARTTLS));
        properties.setProperty(
                prefix + "starttls.required", Boolean.toString(settings.security() == Security.STARTTLS));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }
}
