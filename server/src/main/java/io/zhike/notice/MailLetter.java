package io.zhike.notice;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** One mail as it goes over the wire: text and, where there is any, HTML beside it, in UTF-8. Its id stays the same at each try. */
final class MailLetter extends MimeMessage {
    private final UUID id;
    private final String domain;

    private MailLetter(Session session, UUID id, String domain) {
        super(session);
        this.id = id;
        this.domain = domain;
    }

    /** @throws MessagingException where an address is none */
    static MailLetter of(Session session, String from, MessageProvider.Letter letter, Instant now)
            throws MessagingException {
        InternetAddress sender = sender(from);
        String address = sender.getAddress();
        MailLetter mail = new MailLetter(session, letter.id(), address.substring(address.lastIndexOf('@') + 1));
        mail.setFrom(sender);
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        mail.setSubject(letter.subject() == null ? "" : letter.subject(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(now));
        mail.setHeader("Auto-Submitted", "auto-generated");
        String html = letter.html();
        if (html == null) {
            mail.setText(letter.text(), StandardCharsets.UTF_8.name());
        } else {
            MimeBodyPart text = new MimeBodyPart();
            text.setText(letter.text(), StandardCharsets.UTF_8.name());
            MimeBodyPart page = new MimeBodyPart();
            page.setContent(html, "text/html; charset=UTF-8");
            mail.setContent(new MimeMultipart("alternative", text, page));
        }
        mail.saveChanges();
        return mail;
    }

    /** The address that {@code from} holds, with its name in UTF-8. */
    static InternetAddress sender(String from) throws MessagingException {
        InternetAddress[] parsed = InternetAddress.parse(from, true);
        if (parsed.length != 1) {
            throw new MessagingException("one address is needed: " + from);
        }
        InternetAddress sender = parsed[0];
        sender.validate();
        String name = sender.getPersonal();
        if (name != null) {
            try {
                sender.setPersonal(name, StandardCharsets.UTF_8.name());
            } catch (java.io.UnsupportedEncodingException unreachable) {
                throw new IllegalStateException("there is UTF-8 everywhere", unreachable);
            }
        }
        return sender;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", MessageIds.header(id, domain));
    }
}
