package io.zhike.notice;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it lies in a mailbox, looked at for whether it is a bounce: a report as RFC 3464 has it, or one in words alone from a
 * mail system, as many providers write them. Mail is what anybody sends, so no more of it is looked at than a bounce needs, and
 * what cannot be read is passed over.
 */
final class BounceMail {
    private static final int MOST_PARTS = 40;
    private static final int DEEPEST = 4;
    private static final int LONGEST_STATUS = 16 * 1024;
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int LONGEST_TEXT = 64 * 1024;
    private static final Session SESSION = Session.getInstance(new Properties());

    private static final List<String> STATUS = List.of("message/delivery-status", "message/global-delivery-status");
    /** What tells of something else than delivery: that a mail was read, or complained about. */
    private static final List<String> OTHER_REPORT = List.of(
            "message/disposition-notification", "message/global-disposition-notification", "message/feedback-report");

    private static final List<String> ORIGINAL = List.of(
            "message/rfc822",
            "message/global",
            "text/rfc822-headers",
            "message/rfc822-headers",
            "message/global-headers");

    private final MimeMessage mail;
    private final MailSystem sender;
    private final List<DeliveryReport> reports = new ArrayList<>();
    private final Set<UUID> originals = new LinkedHashSet<>();
    private final StringBuilder text = new StringBuilder();
    private boolean reportsElse;
    private int parts;

    private BounceMail(MimeMessage mail) throws MessagingException {
        this.mail = mail;
        this.sender = MailSystem.of(mail);
    }

    /** Whether a mail with this head may be a bounce; of all others nothing more needs to be read. */
    static boolean mayBe(byte[] beginning) {
        try {
            MimeMessage head = new MimeMessage(SESSION, new ByteArrayInputStream(beginning));
            return head.isMimeType("multipart/report") || MailSystem.of(head) != MailSystem.NONE;
        } catch (MessagingException | RuntimeException unreadable) {
            return false;
        }
    }

    /** What a mail tells, which may be cut off where it is long; empty for one that is no bounce or cannot be read. */
    static Optional<Bounce> read(byte[] beginning) {
        try {
            BounceMail read = new BounceMail(new MimeMessage(SESSION, new ByteArrayInputStream(beginning)));
            read.look(read.mail, 0);
            return read.bounce();
        } catch (MessagingException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Bounce> bounce() throws MessagingException {
        if (reportsElse) {
            return Optional.empty();
        }
        if (!reports.isEmpty()) {
            return reports.stream()
                    .filter(DeliveryReport::failed)
                    .findFirst()
                    .flatMap(report -> of(report.reason().orElseGet(this::subject)));
        }
        String subject = subject();
        return sender.bounces(mail) && !MailSystem.tellsOfDelay(subject) ? of(subject) : Optional.empty();
    }

    private Optional<Bounce> of(String reason) {
        Set<UUID> messages =
                originals.isEmpty() && sender != MailSystem.NONE ? MessageIds.inText(text.toString()) : originals;
        return messages.isEmpty() ? Optional.empty() : Optional.of(new Bounce(Set.copyOf(messages), reason));
    }

    private String subject() {
        try {
            return MailText.readable(mail.getHeader("Subject", null));
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    /** A part that cannot be read hides no other. */
    private void look(Part part, int depth) {
        parts++;
        if (parts > MOST_PARTS || depth > DEEPEST) {
            return;
        }
        try {
            lookInto(part, depth);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            // Whoever sent it may have broken it by intent; the other parts may yet tell.
        }
    }

    private void lookInto(Part part, int depth) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            reportsElse |= isReportOfElse(part.getContentType());
            MimeMultipart inside = new MimeMultipart(part.getDataHandler().getDataSource());
            for (int i = 0; i < inside.getCount() && parts <= MOST_PARTS; i++) {
                BodyPart each = inside.getBodyPart(i);
                look(each, depth + 1);
            }
        } else if (isOf(part, OTHER_REPORT)) {
            reportsElse = true;
        } else if (isOf(part, STATUS)) {
            reports.addAll(DeliveryReport.read(beginning(part, LONGEST_STATUS)));
        } else if (isOf(part, ORIGINAL) || isMailFile(part)) {
            // Its own name and no other: what it answers may be ours without it being ours.
            InternetHeaders head = new InternetHeaders(new ByteArrayInputStream(beginning(part, LONGEST_HEAD)));
            MessageIds.named(head.getHeader("Message-ID", null)).ifPresent(originals::add);
        } else if (part.isMimeType("text/*") && text.length() < LONGEST_TEXT) {
            text.append(MailText.of(beginning(part, LONGEST_TEXT), part.getContentType()))
                    .append('\n');
        }
    }

    private static boolean isReportOfElse(String contentType) throws ParseException {
        ContentType type = new ContentType(contentType);
        String of = type.getParameter("report-type");
        return type.match("multipart/report") && of != null && !of.equalsIgnoreCase("delivery-status");
    }

    private static boolean isOf(Part part, List<String> types) throws MessagingException {
        for (String type : types) {
            if (part.isMimeType(type)) {
                return true;
            }
        }
        return false;
    }

    /** The original as some providers attach it: as any file. */
    private static boolean isMailFile(Part part) throws MessagingException {
        @Nullable String name = part.getFileName();
        return name != null && name.toLowerCase(Locale.ROOT).endsWith(".eml");
    }

    private static byte[] beginning(Part part, int most) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(most);
        }
    }
}
