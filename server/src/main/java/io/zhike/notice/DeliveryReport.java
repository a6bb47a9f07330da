package io.zhike.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a report as RFC 3464 has it says of one receiver.
 *
 * @param failed whether it was given up; a delayed, relayed, expanded or delivered mail is none of that
 * @param reason what the server said; empty for nothing
 */
record DeliveryReport(boolean failed, Optional<String> reason) {

    /** What {@code part} says of each receiver. */
    static List<DeliveryReport> read(byte[] part) throws MessagingException, IOException {
        // The library makes much of each block, empty ones too.
        String blocks = new String(part, StandardCharsets.ISO_8859_1).replaceAll("[\r\n]{3,}", "\r\n\r\n");
        DeliveryStatus status =
                new DeliveryStatus(new ByteArrayInputStream(blocks.getBytes(StandardCharsets.ISO_8859_1)));
        return IntStream.range(0, status.getRecipientDSNCount())
                .mapToObj(status::getRecipientDSN)
                .map(DeliveryReport::of)
                .toList();
    }

    private static DeliveryReport of(InternetHeaders receiver) {
        String action = MailText.readable(receiver.getHeader("Action", null)).toLowerCase(Locale.ROOT);
        return new DeliveryReport(
                action.startsWith("failed"),
                reason(receiver.getHeader("Status", null), receiver.getHeader("Diagnostic-Code", null)));
    }

    /** The code by RFC 3463 and the words, which mostly hold it themselves. */
    private static Optional<String> reason(@Nullable String status, @Nullable String diagnostic) {
        String code = MailText.readable(status);
        // Before its words stands by which protocol they were said: "smtp; 550 …".
        String words = MailText.readable(diagnostic).replaceFirst("^[\\w.-]+\\s*;\\s*", "");
        String reason = words.contains(code) ? words : (code + " " + words).strip();
        return Optional.of(reason).filter(said -> !said.isEmpty());
    }
}
