package io.zhike.message;

import java.util.Locale;

/**
 * One thing the server can say. Each module keeps an enum of these, so that no text can be forgotten in one language.
 * Texts hold their arguments as {@code {0}}, {@code {1}} …; names stand in 「」 in Chinese and in single quotes in English;
 * a text says what is wrong, where, and how to mend it.
 */
public interface MessageCode {

    /** The constant's name, as enums have it. */
    String name();

    /** The Chinese text. */
    String zh();

    /** The English text. */
    String en();

    /** The stable code in answers: the name in lower case with hyphens, such as {@code version-conflict}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The text in {@code language}, arguments still open. */
    default String in(Language language) {
        return language == Language.ZH ? zh() : en();
    }

    default Message with(Object... arguments) {
        return new Message(this, java.util.List.of(arguments));
    }
}
