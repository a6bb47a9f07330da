package io.zhike.notice;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code Message-ID} of our mail: the id of the message, at the sender's domain. */
final class MessageIds {
    private static final int MOST = 20;
    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern HEADER =
            Pattern.compile("\\s*<\\s*" + ID + "@[^<>\\s]{1,255}>\\s*", Pattern.CASE_INSENSITIVE);
    /** Under its name alone: a text may quote what the mail answered as well. */
    private static final Pattern TEXT = Pattern.compile(
            "(?:message[-_ ]?id|邮件\\s?(?:id|编号|标识))[\\s:：=<\"']{1,40}" + ID + "@", Pattern.CASE_INSENSITIVE);

    private MessageIds() {}

    static String header(UUID message, String domain) {
        return "<" + message + "@" + domain + ">";
    }

    /** Which message a header names; empty for a name that is none of ours. */
    static Optional<UUID> named(@Nullable String header) {
        Matcher matcher = HEADER.matcher(header == null ? "" : header);
        return matcher.matches() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
    }

    /** Which messages a text names as such. */
    static Set<UUID> inText(String text) {
        Set<UUID> found = new LinkedHashSet<>();
        Matcher matcher = TEXT.matcher(text);
        while (found.size() < MOST && matcher.find()) {
            found.add(UUID.fromString(matcher.group(1)));
        }
        return found;
    }
}
