package io.zhike.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a mail says that a mail system wrote it, and no person. */
enum MailSystem {
    /** It is from the name that mail systems write under. */
    NAMED,
    /** It wants no answer, which bounces and automatic answers of people have in common. */
    UNANSWERABLE,
    NONE;

    private static final Pattern NAME =
            Pattern.compile("(^|[<\\s,\"])(mailer-daemon|mail-daemon|postmaster)@", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_PATH = Pattern.compile("\\s*<\\s*>\\s*");
    /** Said while the mail may yet arrive. */
    private static final Pattern DELAY =
            Pattern.compile("\\bdelay|\\bwarning\\b|延迟|延误|延时|稍后重试", Pattern.CASE_INSENSITIVE);

    static MailSystem of(MimeMessage mail) throws MessagingException {
        String from = mail.getHeader("From", ",");
        if (from != null && NAME.matcher(from).find()) {
            return NAMED;
        }
        String path = mail.getHeader("Return-Path", null);
        return path != null && NO_PATH.matcher(path).matches() ? UNANSWERABLE : NONE;
    }

    /** Whether a mail in words alone is a bounce by who wrote it. */
    boolean bounces(MimeMessage mail) throws MessagingException {
        return this == NAMED || (this == UNANSWERABLE && !isAnswer(mail.getHeader("Auto-Submitted", null)));
    }

    private static boolean isAnswer(@Nullable String submitted) {
        return submitted != null && submitted.strip().regionMatches(true, 0, "auto-replied", 0, 12);
    }

    static boolean tellsOfDelay(String subject) {
        return DELAY.matcher(subject).find();
    }
}
