package io.zhike.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that is to leave the house.
 *
 * @param key a second one with the same key is not sent
 * @param to an address as the channel has them
 * @param subject null where the channel has none
 * @param text as plain text
 * @param html safe HTML beside the text; null for none
 * @param about null for nothing
 * @param details what the channel needs beside these, such as {@link CallDetails}; null for nothing
 * @param source what sends it: {@code notice}, or such as {@code rule:website_leads}
 */
public record NewMessage(
        String key,
        Channel channel,
        String to,
        @Nullable String subject,
        String text,
        @Nullable String html,
        @Nullable ObjectNode details,
        @Nullable About about,
        String source) {
    private static final int LONGEST_TO = 320;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LONGEST_SUBJECT = 300;
    /** Longer texts are cut. */
    public static final int LONGEST_TEXT = 200_000;

    private static final int LONGEST_HTML = 1_000_000;

    public NewMessage {
        to = Texts.cut(Texts.line(to), channel == Channel.WEBHOOK ? LONGEST_ADDRESS : LONGEST_TO);
        subject = subject == null ? null : Texts.cut(Texts.line(subject), LONGEST_SUBJECT);
        text = Texts.cut(text, LONGEST_TEXT);
        // Half of a page is none: what is too long goes as text alone.
        html = html == null || html.length() > LONGEST_HTML ? null : html.replace("\0", "");
    }

    /** With nothing beside. */
    public NewMessage(
            String key,
            Channel channel,
            String to,
            @Nullable String subject,
            String text,
            @Nullable String html,
            @Nullable About about,
            String source) {
        this(key, channel, to, subject, text, html, null, about, source);
    }

    /** About which record, for the table. */
    @Nullable
    UUID record() {
        return about == null ? null : about.record();
    }
}
