package io.zhike.http;

import io.zhike.message.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The language a request is answered in. Whoever knows the person sets it; before that, and for strangers, it is what
 * {@code Accept-Language} prefers among the languages we speak, Chinese without that header.
 */
public final class RequestLanguage {
    private static final String ATTRIBUTE = RequestLanguage.class.getName();
    private static final List<Locale> SPOKEN = List.of(Locale.CHINESE, Locale.ENGLISH);

    private RequestLanguage() {}

    /** The language that was set, else the accepted one, else Chinese. */
    public static Language of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Language set
                ? set
                : accepted(request).orElse(Language.ZH);
    }

    /** Fixes the language for the rest of the request. */
    public static void set(HttpServletRequest request, Language language) {
        request.setAttribute(ATTRIBUTE, language);
    }

    /** What {@code Accept-Language} asks for; empty without the header, or where it names no language of ours. */
    public static Optional<Language> accepted(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null || header.isBlank() || header.length() > 1_000) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN))
                    .map(Language::of);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
