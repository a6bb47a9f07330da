package io.zhike.notice;

import io.zhike.message.Label;
import io.zhike.message.ProblemException;
import io.zhike.notice.MailServer.Security;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.stereotype.Component;

/** Sends mail by the SMTP server that the workspace set up, over one connection for several. */
@Component
final class SmtpProvider implements MessageProvider {
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
        MailServer server = settings.server();
        Session session = Session.getInstance(properties(server));
        try (Transport transport = session.getTransport(protocol(server))) {
            connect(transport, server);
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
                connect(transport, settings.server());
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
        for (Throwable each : MailFailures.chain(failure).toList()) {
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

    private static Label why(MessagingException failure) {
        return Label.of(MailFailures.said(failure));
    }

    private static String protocol(MailServer server) {
        return server.security() == Security.TLS ? "smtps" : "smtp";
    }

    private static Properties properties(MailServer server) {
        Properties properties = server.connection(protocol(server));
        properties.setProperty("mail." + protocol(server) + ".auth", Boolean.toString(server.account() != null));
        return properties;
    }

    private static void connect(Transport transport, MailServer server) throws MessagingException {
        transport.connect(server.host(), server.port(), server.account(), server.password());
    }
}
