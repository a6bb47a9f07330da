package io.zhike.message;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that every text of the product exists in. Chinese is the default. */
public enum Language {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, such as {@code zh-CN}. */
    public String tag() {
        return tag;
    }

    /** The language that serves {@code locale} best; {@link #ZH} for null and for any other language than English. */
    public static Language of(@Nullable Locale locale) {
        return locale != null && "en".equals(locale.getLanguage()) ? EN : ZH;
    }
}
