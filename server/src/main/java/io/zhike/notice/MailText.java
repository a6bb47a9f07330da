package io.zhike.notice;

import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Texts of mails that others wrote, whatever they say of their encoding. */
final class MailText {
    private static final Charset CHINESE = Charset.forName("GB18030");

    private MailText() {}

    /** A header on one line: encoded as RFC 2047 has it, or raw as some servers write it. */
    static String readable(@Nullable String header) {
        if (header == null) {
            return "";
        }
        String raw = header.chars().anyMatch(each -> each > 0x7f && each <= 0xff)
                ? guessed(header.getBytes(StandardCharsets.ISO_8859_1))
                : header;
        try {
            return line(MimeUtility.decodeText(MimeUtility.unfold(raw)));
        } catch (UnsupportedEncodingException unknown) {
            return line(raw);
        }
    }

    private static String line(String folded) {
        return Texts.line(folded).replaceAll("\\s{2,}", " ");
    }

    /** The words of a text or of a page. */
    static String of(byte[] bytes, String contentType) {
        String text = decoded(bytes, contentType);
        return contentType.toLowerCase(java.util.Locale.ROOT).startsWith("text/html") ? words(text) : text;
    }

    private static String decoded(byte[] bytes, String contentType) {
        try {
            String charset = new ContentType(contentType).getParameter("charset");
            return charset == null ? guessed(bytes) : new String(bytes, MimeUtility.javaCharset(charset));
        } catch (ParseException | UnsupportedEncodingException unknown) {
            return guessed(bytes);
        }
    }

    private static String words(String page) {
        return page.replaceAll("<[a-zA-Z/!][^<>@]{0,2000}>", " ")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
    }

    private static String guessed(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, CHINESE);
        }
    }
}
